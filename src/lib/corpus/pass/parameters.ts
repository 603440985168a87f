import type { Parameter } from '../../dataset/manifest.ts';
import type { CorpusOptions } from './open.ts';

/** What columns hold, in the order of their names: `Kopf = title`. */
function columnWords(columns: Readonly<Record<string, string>>): string[] {
	return Object.entries(columns)
		.map(([name, field]) => `${name} = ${field}`)
		.sort();
}

/** The reading options that change the result, defaults included, as a manifest states them. */
export function corpusParameters(options: CorpusOptions): Record<string, Parameter> {
	const { format = 'auto', keepDuplicates = false, year, encoding, columns = {} } = options;
	const said = columnWords(columns);
	return {
		format,
		keepDuplicates,
		...(year === undefined ? {} : { year }),
		...(encoding === undefined ? {} : { encoding }),
		...(said.length === 0 ? {} : { columns: said })
	};
}
