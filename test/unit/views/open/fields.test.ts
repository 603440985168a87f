import { describe, expect, it } from 'vitest';

import { formats } from '../../../../src/lib/corpus/formats/registry.ts';
import { acceptedFiles, formatName } from '../../../../src/lib/views/parts/account/format-names.ts';
import { columnsProblem, startingFields } from '../../../../src/lib/views/pages/open/columns.ts';
import {
	holdsNothing,
	partWords,
	previewWords,
	problemWords
} from '../../../../src/lib/views/pages/open/file-words.ts';
import {
	typedExclusions,
	typedSeed,
	typedSynonyms,
	typedThemes,
	typedYear
} from '../../../../src/lib/views/pages/open/typed-fields.ts';

describe('the columns of a table', () => {
	it('start as guessed', () => {
		expect(startingFields(['Kopf', 'x', 'DOI?'], { Kopf: 'title', 'DOI?': 'doi', x: 'nonsense' })).toEqual([
			'title',
			'ignored',
			'doi'
		]);
	});

	it('may hold keywords, affiliations and countries', () => {
		const guess = { S: 'keywords', I: 'indexKeywords', A: 'affiliations', L: 'countries' };
		expect(startingFields(Object.keys(guess), guess)).toEqual(Object.values(guess));
	});

	it('need a title or an abstract, and each field once', () => {
		expect(columnsProblem(['ignored', 'doi'])).toMatch(/titles or abstracts/);
		expect(columnsProblem(['title', 'date', 'date'])).toMatch(/Two are chosen as date or year/);
		expect(columnsProblem(['abstract', 'ignored', 'ignored'])).toBeNull();
	});
});

describe('a setting that is typed', () => {
	it('is taken when it is sound', () => {
		expect(typedThemes(' 12 ').value).toBe(12);
		expect(typedSeed('-7').value).toBe(-7);
		expect(typedYear('2025').value).toBe(2025);
		expect(typedYear('')).toEqual({ value: null, problem: null });
	});

	it.each(['0', '5001', '1.5', 'many', '', '1e3'])('is not a number of themes: "%s"', (text) => {
		expect(typedThemes(text).problem).toMatch(/from 1 to 5000/);
	});

	it('is not a year or a seed either', () => {
		expect(typedYear('25').problem).not.toBeNull();
		expect(typedSeed('99999999999999999').problem).not.toBeNull();
	});
});

describe('lists of terms that are typed', () => {
	it('are read, or told what is wrong and where', () => {
		expect(typedExclusions('social media, novel').value).toEqual(['novel', 'social media']);
		expect(typedSynonyms('LLM = language model').value).toEqual(['LLM = language model']);
		expect(typedSynonyms('').value).toEqual([]);
		expect(typedSynonyms('LLM = language model\nRL').problem).toMatch(/^Line 2: “RL” stands alone/);
		expect(typedExclusions('C++')).toMatchObject({
			value: null,
			problem: expect.stringMatching(/^Line 1: “C/)
		});
	});
});

it('calls every format as its users do, and chooses its files', () => {
	expect(formats.map(({ id }) => formatName(id))).toEqual(formats.map(({ label }) => label));
	expect(formatName('web-of-science')).toBe('Web of Science text');
	expect(formatName('of a later version')).toBe('of a later version');
	const accepted = acceptedFiles.split(',');
	expect(accepted).toEqual(expect.arrayContaining(['.rdf', '.ciw', '.zip', '.gz']));
	for (const { extensions } of formats)
		expect(accepted).toEqual(expect.arrayContaining(extensions.map((end) => `.${end}`)));
});

describe('words about a file', () => {
	const part = {
		...{ file: 'a.ris', format: 'ris', records: 1200, papers: 1198, sample: [], reasons: [] },
		...{ encoding: 'utf-8', undecoded: 0, dateOrders: [], others: [] }
	};

	it('count its records', () => {
		expect(partWords(part, true)).toBe('1,200 records: 1,198 papers, 2 rejected');
		expect(partWords({ ...part, records: 1, papers: 1 }, false)).toBe('the first 1 record: 1 paper');
	});

	it('tell a file without papers from one that was not read to its end', () => {
		const none = { parts: [{ ...part, papers: 0 }], complete: true, problem: null, table: null };
		expect(holdsNothing(none)).toBe(true);
		expect(holdsNothing({ ...none, complete: false })).toBe(false);
		expect(holdsNothing({ ...none, parts: [...none.parts, part] })).toBe(false);
	});

	it('name its format, or those in an archive', () => {
		const preview = { parts: [part], complete: true, problem: null, table: null };
		expect(previewWords(preview)).toBe('RIS; 1,200 records: 1,198 papers, 2 rejected');
		const archive = { ...preview, parts: [part, { ...part, format: 'unknown' }], complete: false };
		expect(previewWords(archive)).toBe('archive of more than 2 files (RIS, not recognised)');
	});
});

it('says in one sentence why a file holds nothing to read', () => {
	expect(problemWords('empty.')).toBe('The file is empty.');
	expect(problemWords('not recognised.')).toBe('It cannot be read: not recognised.');
	expect(problemWords('it could not be read (gone). Choose it again.')).toBe(
		'It could not be read (gone). Choose it again.'
	);
});
