import type { PaperSource } from '../../lib/source/source.ts';
import { writeReport } from '../export/report.ts';
import { CommandError } from '../errors.ts';
import { counted } from '../terminal/numbers.ts';
import { accountLines } from '../terminal/summary.ts';

/** A corpus with something to do at the end of each pass that accounts for its records, and which may fail. */
function afterReading(source: PaperSource, end: () => void | Promise<void>): PaperSource {
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

/** A corpus that leaves a report of its first complete pass, also when nothing comes of it afterwards. */
export function reportingSource(source: PaperSource, path: string | null): PaperSource {
	let isWritten = path === null;
	return afterReading(source, async () => {
		if (isWritten || path === null) return;
		isWritten = true;
		await writeReport(path, source.account());
	});
}

/**
 * A corpus that fails at the end of a pass in which any record was rejected.
 * @param earlier rejections that a dataset lists of the papers that others are added to
 */
export function strictSource(source: PaperSource, earlier = 0): PaperSource {
	return afterReading(source, () => {
		const account = source.account();
		const rejected = account.rejections.length - earlier;
		if (rejected === 0) return;
		const count = counted(rejected, 'record');
		throw new CommandError(
			[
				...accountLines(account),
				`--strict: ${count} rejected, nothing was written. Mend them, or leave --strict out.`
			].join('\n')
		);
	});
}
