import { expect, it } from 'vitest';

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
	const oneDay = { years: { first: 2024, last: 2024 }, span: { first: '2024-05-01', last: '2024-05-01' } };
	const allDated = { ...counts, dated: counts.papers };
	expect(offersDates({ ...site, counts: { ...counts, dated: 0 }, years: null, span: null })).toBe(false);
	expect(offersDates({ ...site, ...oneDay, counts: allDated })).toBe(false);
	expect(offersDates({ ...site, ...oneDay })).toBe(true);
	expect(offersDates({ ...site, ...oneDay, counts: allDated, span: site.span })).toBe(true);
	expect(offersDates({ ...site, counts: allDated, span: null })).toBe(true);

	const alone = { ...site.overview, team: [{ teamSize: 1, papers: 174 }] };
	expect(offersTeams({ counts, overview: alone })).toBe(false);
	expect(offersTeams({ ...site, counts: { ...counts, withTeamSize: 0 } })).toBe(false);
	const alike = { named, alike: ['organisation', 'venue', 'author', 'keyword', 'country'] as const };
	const none = { ...site, ...oneDay, ...alike, counts: allDated, overview: alone };
	expect(offersFilters(none)).toBe(false);
	expect(offersFilters({ ...none, alike: ['venue'] })).toBe(true);
});
