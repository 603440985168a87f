import { describe, expect, it } from 'vitest';

import { addressesBehindNames, affiliationsIn } from '../../../src/lib/corpus/paper/affiliations.ts';
import { authorsOf } from '../../../src/lib/corpus/paper/authors.ts';
import { peopleBetweenCommas } from '../../../src/lib/corpus/paper/between-commas.ts';
import { combinedDate, parseDate, shownOrder } from '../../../src/lib/corpus/paper/dates.ts';
import { bareDoi } from '../../../src/lib/corpus/paper/fields.ts';
import { keywordsIn } from '../../../src/lib/corpus/paper/keywords.ts';
import { withoutMarkup } from '../../../src/lib/corpus/paper/markup.ts';
import { nameOf } from '../../../src/lib/corpus/paper/names.ts';
import { parseLiteral } from '../../../src/lib/corpus/paper/python-literal.ts';
import { isNothing, tidyAbstract } from '../../../src/lib/corpus/paper/text.ts';
import { withoutTex } from '../../../src/lib/corpus/paper/tex.ts';
import { bibtexAuthors } from '../../../src/lib/corpus/formats/bibtex/bibtex.ts';
import { detectText } from '../../../src/lib/corpus/formats/detect.ts';
import type { TextFormat } from '../../../src/lib/corpus/formats/format.ts';
import { Head } from '../../../src/lib/corpus/formats/head.ts';
import { formats } from '../../../src/lib/corpus/formats/registry.ts';
import { clean } from '../../../src/lib/pipeline/text/clean.ts';
import { CorpusError } from '../../../src/lib/corpus/bytes/error.ts';
import { seeds } from '../../support/fuzz-seeds.ts';

/** What patterns name, alone and in the pairs that end something. */
const units = [
	...[' ', '\t', '\n', '\r\n', '"', "'", ', ', ';', '{', '[', '<', '<a ', '(', '-', '. ', 'a@', '%', '&#'],
	...['\\', '\\a{', '$', '0', 'a', 'A. ', 'and ', '水', '\u2028', '©']
];

/** Characters of a run. */
const whole = 100_000;
const runOf = (unit: string, length = whole) => unit.repeat(Math.ceil(length / unit.length));

/** Seconds of work, other processes left out. */
async function worked(work: () => unknown): Promise<number> {
	const from = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(from);
	return (user + system) / 1e6;
}

/** Seconds within which no run is done whose steps grow with its square. */
const little = 2.5;

/**
 * Fails where work grows faster than the run it is done on. A slow machine takes long for all work: what takes long is
 * held against the work on a quarter of the run, which is a quarter of it, or a sixteenth where steps grow with the
 * square.
 */
async function expectGrowth(work: (length: number) => unknown, what: string): Promise<void> {
	const seconds = await worked(() => work(whole));
	const quarter = seconds < little ? seconds : await worked(() => work(whole / 4));
	expect(seconds / quarter, what).toBeLessThan(8);
}

const functions: Readonly<Record<string, (text: string) => unknown>> = {
	'a date': (text) => [parseDate(text), shownOrder(text), combinedDate([text, '2019'])],
	'a name': nameOf,
	'names in a text': authorsOf,
	'names between commas': peopleBetweenCommas,
	'names in a list': (text) => authorsOf([text, 'Anna Berg']),
	'names in BibTeX': bibtexAuthors,
	'a literal of Python': (text) => parseLiteral(`['${text}']`),
	keywords: (text) => keywordsIn(text, 'author'),
	addresses: affiliationsIn,
	'addresses behind names': addressesBehindNames,
	'a DOI': bareDoi,
	'an abstract': tidyAbstract,
	'what is nothing': isNothing,
	markup: withoutMarkup,
	TeX: withoutTex,
	'the clean-up of a text': clean
};

describe('a long run of one character', () => {
	it.each(Object.entries(functions))('is read as fast as it is long: %s', async (_, read) => {
		for (const unit of units) await expectGrowth((length) => read(`a${runOf(unit, length)}b`), unit);
	});
});

/** Seeds of every format of text; of tables and services those that are read in ways of their own. */
const texts = Object.entries(seeds).filter(
	([name, { format }]) => name === format || /^(?:csv of Scopus|csv with tabs|json of arXiv)$/.test(name)
);

/** One of each kind of character: a file takes longer than a function. */
const unitsOfFiles = [' ', '\n', '"', '<', '{', 'a'];

/** A unit as it has to stand within a value of a text to come through to the patterns. */
function escaped(unit: string, text: string): string {
	if (text.startsWith('<') && !text.startsWith('<1')) return unit.replace('<', '&lt;');
	return /^[[{]["\n]/.test(text) ? JSON.stringify(unit).slice(1, -1) : unit;
}

/** A run within the first title, and one behind its line. */
function withRuns(text: string, unit: string, length: number): string {
	const title = text.search(/\bT(?=\d|itle \d|,? [\d"{]|<)/);
	expect(title).toBeGreaterThanOrEqual(0);
	const line = text.indexOf('\n', title) + 1 || text.length;
	// A line costs as much as many characters.
	const run = escaped(unit, text).repeat(unit === '\n' ? length / 2 : length);
	return [text.slice(0, title + 1), run, text.slice(title + 1, line), run, text.slice(line)].join('');
}

async function records(format: TextFormat, text: string): Promise<number> {
	const whole = async function* () {
		yield text;
	};
	let count = 0;
	const found = format.read(whole(), {});
	for (let next = await found.next(); !next.done; next = await found.next()) count++;
	return count;
}

describe('a file with long runs of one character', () => {
	it('is tried in every format of text', () => {
		const tried = new Set(texts.map(([, { format }]) => format));
		expect(formats.filter(({ of, id }) => of === 'text' && !tried.has(id))).toEqual([]);
	});

	it.each(texts)('is read as fast as it is long: %s', async (_, { bytes, format }) => {
		const text = new TextDecoder().decode(bytes);
		const reader = formats.find(({ id }) => id === format);
		if (reader?.of !== 'text') throw new Error(`${format} is no format of text`);
		expect(await records(reader, text)).toBeGreaterThan(0);
		for (const unit of unitsOfFiles) {
			const read = async (length: number) => {
				const count = await records(reader, withRuns(text, unit, length)).catch((error: unknown) => error);
				if (typeof count !== 'number') expect(count).toBeInstanceOf(CorpusError);
			};
			await expectGrowth(read, JSON.stringify(unit));
		}
	});

	it.each(unitsOfFiles)('is recognised as fast as it is long: %j', async (unit) => {
		for (const text of [
			runOf(unit),
			`title,abstract\na,b\n${runOf(unit)}`,
			`TY  - JOUR\n${runOf(unit)}\nER  - \n`
		])
			try {
				expect(await detectText('a', new Head(text, true))).toBeDefined();
			} catch (error) {
				expect(error).toBeInstanceOf(CorpusError);
			}
	});
});
