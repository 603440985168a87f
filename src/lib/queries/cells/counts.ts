import type { PeriodUnit } from '../../base/date.ts';
import type { QueryHost } from '../../engine/query-host.ts';
import { cellsQuery, readCells, type CellTable } from './cells.ts';
import { Once } from '../once.ts';

/** Tables of paper ids whose counts stay in memory, beside those of all papers. */
const kept = 12;

/** The cells of each set of papers that was asked for lately, by leaf, read once. */
export class Counts {
	readonly #host: QueryHost;
	readonly #granularity: PeriodUnit;
	readonly #all = new Once<CellTable>();
	readonly #some = new Map<string, Once<CellTable>>();

	constructor(host: QueryHost, granularity: PeriodUnit) {
		this.#host = host;
		this.#granularity = granularity;
	}

	/** The cells of a table of paper ids, or of all papers. */
	of(matches: string | null): Promise<CellTable> {
		return this.#cellsOf(matches).get(() => this.#read(matches));
	}

	#cellsOf(matches: string | null): Once<CellTable> {
		if (matches === null) return this.#all;
		const cells = this.#some.get(matches) ?? new Once<CellTable>();
		this.#some.delete(matches);
		this.#some.set(matches, cells);
		for (const oldest of [...this.#some.keys()].slice(0, -kept)) this.#some.delete(oldest);
		return cells;
	}

	async #read(matches: string | null): Promise<CellTable> {
		return readCells(await this.#host.query(cellsQuery(matches, this.#granularity).sql));
	}
}
