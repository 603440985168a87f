import { extname } from 'node:path';

import { noWindowWords, windowWords } from '../../lib/analysis/trends/finding-words.ts';
import { themeTrends, type Trends } from '../../lib/analysis/trends/findings.ts';
import {
	papersIn,
	themeNames,
	trendRecords,
	trendTable,
	trendWords,
	type TrendName
} from '../../lib/analysis/trends/trend-record.ts';
import { wordTrends } from '../../lib/analysis/trends/word-trends.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import { tableCsv } from '../../lib/export/csv.ts';
import { unitsOf, type TrendUnit } from '../../lib/queries/cells/cell-places.ts';
import { termFilters } from '../../lib/queries/filters/filters.ts';
import type { TrendRows } from '../../lib/queries/cells/trend-rows.ts';
import { asksNothing } from '../../lib/queries/search/search-query.ts';
import type { ArrangedTheme } from '../../lib/themes/arrange.ts';
import { searchRulesOf } from '../../lib/words/word-rules.ts';
import { oneOf, readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { writeBytes } from '../export/destination.ts';
import { withSelection, type Selection } from '../export/selection.ts';
import { readSelection, selectionOptions, selectionUsage } from '../export/selection-options.ts';
import { refuseOverwriting, requireFilePlace } from '../output-place.ts';
import { note, oneLine } from '../terminal/print.ts';

const formats = ['table', 'csv', 'json'] as const;
type Format = (typeof formats)[number];

const usage = `corpuscope trends [options]

Says which themes rise and fall, since when and how surely: the numbers of the page "Trends", or with --words those of
the page "Words". Dates narrow the window of whole periods that is looked at, all other filters the papers.

  --words LIST           words and phrases instead of themes, such as 'agent, "chain of thought"'
  --unit NAME            month, quarter or year (chosen by how many papers there are)
${selectionUsage}
  --format NAME          ${formats.join(', ')} (what --out ends in, else table)
  --out FILE             where they go; - stands for standard output (standard output)
  --help                 this text

With --theme, themes are still compared with all others, and words are looked for in these themes.
JSON is an array, one object a theme or word: theme_id, name, papers, window {unit, from, to},
shares [[period, papers, of]], segments [{from, to, slope, low, high}] with slopes in points a period, direction
(rising, falling, steady, unclear, too few), certainty (very sure, fairly sure or null), since, p, q.`;

const options = {
	...selectionOptions,
	words: { type: 'string' },
	unit: { type: 'string' },
	format: { type: 'string' },
	out: { type: 'string' }
} as const;

function read(args: readonly string[]) {
	const given = readArguments({ args: [...args], allowPositionals: true, options });
	const values = readSelection('trends', usage, given);
	const { format, out } = values;
	const extension = extname(out ?? '')
		.slice(1)
		.toLowerCase();
	const chosen: Format =
		format === undefined
			? (formats.find((name) => name === extension) ?? 'table')
			: oneOf('format', format, formats);
	return { ...values, out, format: chosen };
}

/** @throws UsageError for a unit that the dataset does not count by */
function unitFrom(unit: string | undefined, { granularity }: Manifest): TrendUnit | null {
	return unit === undefined ? null : oneOf('unit', unit, unitsOf(granularity));
}

/**
 * Terms between commas; those in quotes are whole phrases.
 * @throws UsageError for terms that cannot be searched for
 */
function termsFrom(words: string, manifest: Manifest): string[] {
	const terms = (words.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map((term) => term.trim()).filter(Boolean);
	const rules = searchRulesOf(manifest);
	const bad = terms.filter((term) => asksNothing(term, rules));
	if (terms.length === 0 || bad.length > 0) {
		throw new UsageError(
			`--words ${bad.join(', ') || words}: numbers, single letters and words that every text has cannot be searched for.`
		);
	}
	return [...new Set(terms)];
}

interface Asked extends Pick<Selection, 'queries' | 'manifest' | 'filters'> {
	unit: TrendUnit | null;
	signal: AbortSignal;
}

interface Answer {
	trends: Trends;
	names: TrendName[];
}

async function ofThemes(
	{ queries, manifest, filters, unit, signal }: Asked,
	themes: readonly ArrangedTheme[]
): Promise<Answer> {
	const rows = await queries.trendRows(filters, signal);
	const trends = themeTrends(rows, manifest.span, { date: filters.date?.range ?? null, unit });
	return { trends, names: themeNames(themes, rows, filters.themes) };
}

async function ofWords(
	{ queries, manifest, filters, unit, signal }: Asked,
	terms: readonly string[]
): Promise<Answer> {
	const all = await queries.trendRows(filters, signal);
	const words: { id: number; rows: TrendRows }[] = [];
	for (const [id, term] of terms.entries()) {
		words.push({ id, rows: await queries.trendRows(termFilters(filters, term), signal) });
	}
	const { themes } = filters;
	const asked = { date: filters.date?.range ?? null, unit, themes };
	const trends = wordTrends(all, words, manifest.span, asked);
	const names = terms.map((name, id) => ({
		id,
		theme_id: null,
		name,
		papers: papersIn(words[id]!.rows, themes)
	}));
	return { trends, names };
}

function written({ trends, names }: Answer, format: Format): string {
	if (format === 'json') return `${JSON.stringify(trendRecords(trends, names), null, '\t')}\n`;
	if (format === 'csv') return tableCsv(trendTable(trends, names));
	const unit = trends.kind === 'tested' ? trends.window.unit : 'period';
	const shown = trendWords(trends, names).map((line) => line.map(oneLine));
	const lines = [['', 'papers', `points a ${unit} (95 %)`, 'trend'], ...shown];
	const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => [...line[column]!].length)));
	const padded = (text: string, column: number) => {
		const space = ' '.repeat(widths[column]! - [...text].length);
		return column === 1 ? space + text : text + space;
	};
	return lines.map((line) => `${line.map(padded).join('  ').trimEnd()}\n`).join('');
}

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const { dataset: path, format, out, words, unit, ...wanted } = read(args);
	if (out !== undefined) {
		refuseOverwriting([out], [path]);
		requireFilePlace(out);
	}
	await withSelection(path, wanted, signal, async ({ queries, manifest, themes, filters }) => {
		const asked = { queries, manifest, filters, unit: unitFrom(unit, manifest), signal };
		const answer =
			words === undefined ? await ofThemes(asked, themes) : await ofWords(asked, termsFrom(words, manifest));
		await writeBytes(bytesOf(written(answer, format)), out, signal);
		const { trends } = answer;
		note(trends.kind === 'tested' ? `Over ${windowWords(trends.window)}` : noWindowWords(trends));
	});
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
	yield new TextEncoder().encode(text);
}

/** What themes and words do over time, as the page says it. */
export const trends: Command = { usage, run, readsDatasets: true };
