import type { PaperSource } from '../../lib/source/source.ts';

/** A corpus with something to do at the end of each pass that accounts for its records, and which may fail. */
export function afterReading(source: PaperSource, end: () => void | Promise<void>): PaperSource {
	const { survey } = source;
	return {
		...source,
		survey:
			survey &&
			(async (sampling, hooks) => {
				const sample = await survey(sampling, hooks);
				await end();
				return sample;
			}),
		papers: async function* (hooks) {
			yield* source.papers(hooks);
			await end();
		}
	};
}
