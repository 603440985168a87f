import { expect, it } from 'vitest';

import { corpusName } from '../../../src/lib/state/site.ts';

it('calls papers by their title, else by their files, of which many are counted', () => {
	expect(corpusName({ title: 'Seals', files: ['a.csv'] })).toBe('Seals');
	expect(corpusName({ title: null, files: ['a.csv', 'b.ris'] })).toBe('a.csv, b.ris');
	expect(corpusName({ title: null, files: ['a.csv', 'b.ris', 'c.bib'] })).toBe('a.csv and 2 more files');
});
