import { formatNumber, formatPapers } from '../../../format/format.ts';
import type { EngineStatus } from '../../../state/engine-session.svelte.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** How far the engine is: `Downloading the query engine, 3.1 of 7.7 MB`. Nothing once it runs or has failed. */
export function engineWords(status: EngineStatus): string {
	if (status.kind !== 'loading') return '';
	const { step, done, total, unit } = status;
	if (unit === 'papers' && total !== null) return `${step}, ${formatNumber(done)} of ${formatPapers(total)}`;
	if (total !== null && total > 0) return `${step}, ${megabytes(done)} of ${megabytes(total)} MB`;
	return done > 0 ? `${step}, ${megabytes(done)} MB` : step;
}
