import type { Rejection } from '../../lib/dataset/paper.ts';
import { startEngine, type Engine } from '../dataset/engine.ts';
import { firstRejections, type RejectionSummary } from '../terminal/summary.ts';
import type { Staging } from './staging.ts';

/** Rejections that executors have written. */
export function rejectionsIn(engine: Engine, staging: Staging, rest: string): AsyncGenerator<Rejection> {
	return staging.rows<Rejection>(engine, 'rejections', '"file", record, reason, excerpt', rest);
}

/** The order of their table. */
export const rejectionOrder = 'ORDER BY rejections."file", record';

/** What is said of all rejections. */
export async function rejectionSummary(staging: Staging): Promise<RejectionSummary> {
	const engine = await startEngine();
	try {
		const reasons = new Map<string, number>();
		const grouped = staging.rows<{ reason: string; records: number }>(
			engine,
			'rejections',
			'reason, count(*)::INTEGER AS records',
			'GROUP BY reason'
		);
		for await (const { reason, records } of grouped) reasons.set(reason, records);
		const first: Rejection[] = [];
		const rest = `${rejectionOrder} LIMIT ${firstRejections}`;
		for await (const rejection of rejectionsIn(engine, staging, rest)) first.push(rejection);
		return { reasons, first };
	} finally {
		engine.close();
	}
}
