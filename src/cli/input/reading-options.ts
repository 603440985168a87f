import { fieldNames } from '../../lib/corpus/paper/aliases.ts';
import { formatIds, formats } from '../../lib/corpus/formats/registry.ts';
import { encodings } from '../../lib/corpus/bytes/encodings.ts';
import type { CorpusOptions } from '../../lib/corpus/pass/open.ts';
import { UsageError } from '../errors.ts';
import { oneOf, wholeNumber } from '../arguments.ts';

/** Names in lines that fit beside the options. */
function inLines(names: readonly string[]): string {
	const lines = names.join(', ').match(/.{1,80}(?:, |$)/g) ?? [];
	return lines.map((line) => line.trimEnd()).join(`\n${' '.repeat(23)}`);
}

/** A format as `--format` takes it, and in the words of users where they are others. */
const nameAndLabel = ({ id, label }: (typeof formats)[number]) =>
	label.toLowerCase().replaceAll(' ', '-') === id ? id : `${id} (${label})`;

/** How files are read, as commands that read papers explain it. */
export const readingUsage = `  --format NAME        how to read the files; auto recognises them (auto)
                       ${inLines(formats.map(nameAndLabel))}
  --encoding NAME      encoding of the files, where it is recognised wrongly:
                       ${inLines(encodings)}
  --date-order ORDER   dmy or mdy: what comes first in dates such as 03/07/2024, where no other date of their column
                       shows it, or it is shown wrongly
  --column FIELD=NAME  what a column of a table or Parquet, or a field of JSON, holds whose name says it in no usual
                       way, for example --column abstract=Zusammenfassung, or --column title=meta.titel for a field
                       within another; may be repeated. Fields:
                       ${inLines(fieldNames)}
  --year N             year of a Daily Papers page that does not print it
  --keep-duplicates    keep identical papers apart
  --strict             fail when any record is rejected
  --report NAME.csv    write the rejected records as CSV (file, record, reason, excerpt), and beside them, to
                       NAME.files.csv, what became of the records of each input, and, to NAME.merged.csv, each
                       duplicate with the record that is kept in its place and by what they were merged`;

export const readingOptions = {
	format: { type: 'string', default: 'auto' },
	encoding: { type: 'string' },
	'date-order': { type: 'string' },
	column: { type: 'string', multiple: true, default: [] as string[] },
	year: { type: 'string' },
	'keep-duplicates': { type: 'boolean', default: false },
	strict: { type: 'boolean', default: false },
	report: { type: 'string' }
} as const;

/** Values of these options. */
export interface ReadingValues {
	format: string;
	encoding?: string | undefined;
	'date-order'?: string | undefined;
	column: string[];
	year?: string | undefined;
	'keep-duplicates': boolean;
}

function columnsFrom(texts: readonly string[]): Record<string, string> {
	const said = texts.map((text) => {
		const [field = '', ...rest] = text.split('=');
		const name = rest.join('=').trim();
		if (name === '') throw new UsageError(`--column is "${text}"; write FIELD=NAME, such as title=Titre.`);
		return [name, oneOf('column', field.trim(), fieldNames)] as const;
	});
	const names = said.map(([name]) => name);
	const twice = names.find((name, index) => names.indexOf(name) < index);
	if (twice !== undefined) throw new UsageError(`--column says two things of "${twice}".`);
	return Object.fromEntries(said);
}

/** @throws UsageError for a value that is none */
export function corpusOptionsFrom(values: ReadingValues): CorpusOptions {
	return {
		format: oneOf('format', values.format, ['auto', ...formatIds]),
		encoding: values.encoding === undefined ? undefined : oneOf('encoding', values.encoding, encodings),
		dateOrder:
			values['date-order'] === undefined
				? undefined
				: oneOf('date-order', values['date-order'], ['dmy', 'mdy'] as const),
		columns: columnsFrom(values.column),
		keepDuplicates: values['keep-duplicates'],
		year: values.year === undefined ? undefined : wholeNumber('year', values.year, 1000, 9999)
	};
}
