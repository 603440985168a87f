import type { QueryHost } from '../../lib/engine/query-host.ts';
import { Queue } from '../../lib/engine/queue.ts';
import { DatasetQueries } from '../../lib/queries/dataset-queries.ts';
import { quoteText } from '../../lib/queries/sql/quote.ts';
import { openDataset, type OpenDataset } from './open.ts';

/** What questions to a dataset may take of the machine. */
export interface Allowance {
	/** Memory of the engine, as DuckDB writes it: `4GB`. */
	readonly memory: string;
}

/** Milliseconds between two interrupts: the engine forgets one that comes before it has begun. */
const again = 50;

/** Has a statement of the engine interrupted when its signal aborts, until it has ended; nothing later is. */
async function interruptible<T>(
	{ connection }: OpenDataset['engine'],
	statement: () => Promise<T>,
	signal: AbortSignal
): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const interrupt = () => {
		connection.interrupt();
		timer = setTimeout(interrupt, again);
	};
	signal.addEventListener('abort', interrupt, { once: true });
	try {
		return await statement();
	} finally {
		signal.removeEventListener('abort', interrupt);
		clearTimeout(timer);
	}
}

/** One statement at a time, in the order in which they came; a query whose asker has gone is interrupted. */
export function oneAtATime({ engine, ...dataset }: OpenDataset): QueryHost {
	const queue = new Queue();
	return {
		attach: (file, signal) => queue.run(() => dataset.attach(file), signal),
		execute: (sql) => queue.run(() => dataset.execute(sql)),
		query: (sql, signal) => {
			const statement = () => dataset.query(sql);
			return queue.run(signal ? () => interruptible(engine, statement, signal) : statement, signal);
		}
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
	await dataset.execute(`SET memory_limit = ${quoteText(memory)}`);
	const host = oneAtATime(dataset);
	return { queries: new DatasetQueries(host, dataset.manifest), close: () => dataset.close() };
}
