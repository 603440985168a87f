import { UsageError } from '../errors.ts';

/** Options that arrange themes and select papers, of every command that reads a dataset's papers. */
export const selectionOptions = {
	dataset: { type: 'string', default: 'static/dataset' },
	theme: { type: 'string', multiple: true },
	themes: { type: 'string' },
	merge: { type: 'string', multiple: true },
	name: { type: 'string', multiple: true },
	from: { type: 'string' },
	to: { type: 'string' },
	date: { type: 'string' },
	dated: { type: 'string', multiple: true },
	team: { type: 'string', multiple: true },
	query: { type: 'string' },
	organisation: { type: 'string', multiple: true },
	venue: { type: 'string', multiple: true },
	author: { type: 'string', multiple: true },
	keyword: { type: 'string', multiple: true },
	country: { type: 'string', multiple: true },
	area: { type: 'string' }
} as const;

/** What `--help` says of them. */
export const selectionUsage = `  --dataset FOLDER       the dataset, also as a .corpuscope.zip (static/dataset)
  --theme ID...          papers of these themes; "inspect" lists their numbers
  --themes NUMBER        so many themes instead of the published ones, cut from the dataset's theme tree
  --merge ID-ID          themes that are to be one; may be repeated
  --name ID:NAME         what a theme is called; may be repeated
  --from DATE --to DATE  papers whose whole stated date lies between them, both included: 2024, 2024-03 or 2024-03-07
  --date RANGE           the same as one range, such as 2023..2024-06; unknown stands for undated papers
  --dated PRECISION      papers dated to the day, month or year; several as day,month
  --team RANGE           numbers of authors: 5, 2..10, 11.., ..3, unknown
  --query WORDS          papers whose title or abstract has all of these words; also "a phrase", one OR another,
                         -without, title:word, author:name
  --organisation NAME    one of those a paper names; may be repeated, as may the next four; "" stands for papers that state none
  --venue NAME
  --author NAME
  --keyword WORD         as the source writes it, of the authors or the index
  --country NAME         by its English name, such as "United Kingdom"
  --area CORNERS         part of the map: "0.2,0.3 0.5,0.6" is a rectangle, three and more corners are a polygon`;

/**
 * What was given to a command that selects papers: numbers that stand behind `--theme` without an option of their own
 * (`--theme 3 12`) are themes, and `--out -` is standard output, as no `--out` is.
 * @throws UsageError for other arguments, with how the command is called
 */
export function readSelection<V extends { theme?: string[]; out?: string }>(
	command: string,
	usage: string,
	{ values, positionals }: { values: V; positionals: readonly string[] }
): V {
	const { theme, out } = values;
	if (positionals.some((extra) => theme === undefined || !/^[\d,]+$/.test(extra))) {
		throw new UsageError(`${command} does not know what to do with ${positionals.join(' ')}.\n\n${usage}`);
	}
	const given = { ...values };
	if (theme) given.theme = [...theme, ...positionals];
	if (out === '-') delete given.out;
	return given;
}
