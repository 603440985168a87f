import type { Parameter } from '../../dataset/manifest.ts';
import type { CorpusOptions, FileReading } from './open.ts';

/** What columns hold, in the order of their names: `Kopf = title`. */
function columnWords(columns: Readonly<Record<string, string>>): string[] {
	return Object.entries(columns)
		.map(([name, field]) => `${name} = ${field}`)
		.sort();
}

/** What was said of single files: `a.csv = windows-1251, dmy`. */
function fileWords(each: readonly FileReading[], files: readonly string[]): string[] {
	return each.flatMap(({ encoding, dateOrder }, place) => {
		const said = [encoding, dateOrder].filter((word) => word !== undefined);
		return said.length === 0 ? [] : [`${files[place] ?? place + 1} = ${said.join(', ')}`];
	});
}

/**
 * The reading options that change the result, defaults included, as a manifest states them.
 * @param files names of the inputs
 */
export function corpusParameters(
	options: CorpusOptions,
	files: readonly string[] = []
): Record<string, Parameter> {
	const { format = 'auto', keepDuplicates = false, year, encoding, dateOrder, columns = {} } = options;
	const said = columnWords(columns);
	const each = fileWords(options.each ?? [], files);
	return {
		format,
		keepDuplicates,
		...(year === undefined ? {} : { year }),
		...(encoding === undefined ? {} : { encoding }),
		...(dateOrder === undefined ? {} : { dateOrder }),
		...(each.length === 0 ? {} : { files: each }),
		...(said.length === 0 ? {} : { columns: said })
	};
}
