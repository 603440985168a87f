import type { QueryHost } from '../../lib/engine/query-host.ts';
import { DatasetQueries } from '../../lib/queries/dataset-queries.ts';
import { openDataset, type OpenDataset } from './open.ts';

/** What questions to a dataset may take of the machine. */
export interface Allowance {
	/** Memory of the engine, as DuckDB writes it: `4GB`. */
	readonly memory: string;
}

/** One statement at a time, in the order in which they came; one whose asker has gone is interrupted. */
function oneAtATime({ engine, ...dataset }: OpenDataset): QueryHost {
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
		const turn = last.then(task);
		last = turn.catch(() => undefined);
		return turn;
	};
	return {
		attach: (file, signal) => inTurn(() => dataset.attach(file, signal)),
		execute: (sql) => inTurn(() => dataset.execute(sql)),
		query: (sql, signal) =>
			inTurn(async () => {
				signal?.throwIfAborted();
				const interrupt = () => engine.connection.interrupt();
				signal?.addEventListener('abort', interrupt, { once: true });
				try {
					return await dataset.query(sql);
				} catch (error) {
					signal?.throwIfAborted();
					throw error;
				} finally {
					signal?.removeEventListener('abort', interrupt);
				}
			})
	};
}

/** A dataset whose questions are answered by native DuckDB, for askers elsewhere. */
export interface AnsweringDataset {
	readonly queries: DatasetQueries;
	close(): void;
}

/**
 * Opens a dataset's folder to answer questions about it, within an allowance.
 * @throws CommandError when it is none, lacks a file or has a broken one
 */
export async function openAnswering(folder: string, { memory }: Allowance): Promise<AnsweringDataset> {
	const dataset = await openDataset(folder);
	await dataset.execute(`SET memory_limit = '${memory.replaceAll("'", "''")}'`);
	const host = oneAtATime(dataset);
	return { queries: new DatasetQueries(host, dataset.manifest), close: () => dataset.close() };
}
