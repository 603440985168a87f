import { Lru, type Use } from '../../base/lru.ts';
import type { Joins } from '../../dataset/joined-names.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import type { QueryHost } from '../../engine/query-host.ts';
import { dropTable } from '../sql/id-table.ts';
import type { SuggestDimension } from './paper-types.ts';
import { attachValues, createNames } from './suggest.ts';

/** Tables that stay beyond those in use: one for each kind of names, and some with names joined. */
const kept = 8;

/** The names of each kind and their papers, counted when they are first asked for: each key of a field asks again. */
export class NameTables {
	readonly #host: QueryHost;
	readonly #files: readonly DatasetFile[];
	readonly #tables: Lru<Promise<string>>;
	/** Counted over all, since several may share one database. */
	static #made = 0;

	constructor(host: QueryHost, files: readonly DatasetFile[]) {
		this.#host = host;
		this.#files = files;
		this.#tables = new Lru(kept, async (made) => this.#host.execute(dropTable(await made)));
	}

	/** The table of a kind of names, which `createNames` describes. */
	async of(dimension: SuggestDimension, joins: Joins): Promise<Use<string>> {
		const own = joins.filter((one) => one.dimension === dimension);
		const { value, done } = this.#tables.take(JSON.stringify([dimension, own]), async () => {
			const table = `names_${++NameTables.#made}`;
			await attachValues(this.#host, this.#files, dimension);
			await this.#host.execute(createNames(table, dimension, this.#files, own));
			return table;
		});
		return { value: await value, done };
	}
}
