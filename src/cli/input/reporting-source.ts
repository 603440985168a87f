import type { PaperSource } from '../../lib/source/source.ts';
import { writeReport } from '../export/report.ts';
import { afterReading } from './after-reading.ts';

/** A corpus that leaves a report of its first complete pass, also when nothing comes of it afterwards. */
export function reportingSource(source: PaperSource, path: string | null): PaperSource {
	let isWritten = path === null;
	return afterReading(source, async () => {
		if (isWritten || path === null) return;
		isWritten = true;
		await writeReport(path, source.account());
	});
}
