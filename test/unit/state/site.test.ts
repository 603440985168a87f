import { expect, it } from 'vitest';

import { distinctions } from '../../../src/lib/dataset/manifest.ts';
import {
	corpusName,
	offersDates,
	offersFilters,
	offersNames,
	offersTeams
} from '../../../src/lib/state/site.ts';
import { sampleSite } from '../../support/site.ts';

it('calls papers by their title, else by their files, of which many are counted', () => {
	expect(corpusName({ title: 'Seals', files: ['a.csv'] })).toBe('Seals');
	expect(corpusName({ title: null, files: ['a.csv', 'b.ris'] })).toBe('a.csv, b.ris');
	expect(corpusName({ title: null, files: ['a.csv', 'b.ris', 'c.bib'] })).toBe('a.csv and 2 more files');
});

it('offers the filters by which papers can be told apart, and no others', () => {
	const site = sampleSite();
	const named = { organisation: 0, venue: 174, author: 170, keyword: 3, country: 0 };
	const of = (one: Parameters<typeof offersNames>[0]) =>
		(['organisation', 'venue', 'author', 'keyword', 'country'] as const).filter((kind) =>
			offersNames(one, kind)
		);
	expect(of({ named, alike: ['venue', 'organisation', 'country'] })).toEqual(['author', 'keyword']);
	expect(of({ named })).toEqual(['venue', 'author', 'keyword']);
	expect([offersDates(site), offersTeams(site)]).toEqual([true, true]);

	const { counts } = site;
	const stating = (none: 'dated' | 'withTeamSize') => ({ ...site, counts: { ...counts, [none]: 0 } });
	expect([offersDates(stating('dated')), offersTeams(stating('dated'))]).toEqual([false, true]);
	expect([offersDates(stating('withTeamSize')), offersTeams(stating('withTeamSize'))]).toEqual([true, false]);
	expect(offersDates({ ...site, alike: ['team', 'venue'] })).toBe(true);
	expect(offersDates({ ...site, alike: ['date'] })).toBe(false);
	expect(offersTeams({ ...site, alike: ['date', 'venue'] })).toBe(true);
	expect(offersTeams({ ...site, alike: ['team'] })).toBe(false);

	const none = { ...site, named, alike: distinctions };
	expect(offersFilters(none)).toBe(false);
	for (const one of ['date', 'team', 'venue'] as const)
		expect(offersFilters({ ...none, alike: distinctions.filter((other) => other !== one) })).toBe(true);
});
