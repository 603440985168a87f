import type { DatasetFile } from '../dataset/manifest.ts';
import type { QueryHost } from '../dataset/query-host.ts';
import { createIdTable, dropTable } from './id-table.ts';
import { createMatches, filesFor, type RowFilters } from './row-filters.ts';

/** Scopes kept ready beyond those in use: going back and forth between two searches costs nothing. */
const kept = 4;

/** A table that stays until it is released. */
export interface Lease {
	/** Table of paper ids; `null` stands for all papers. */
	readonly matches: string | null;
	release(): Promise<void>;
}

interface Entry {
	readonly table: string;
	readonly ready: Promise<void>;
	users: number;
}

/**
 * Tables of paper ids that answer the filters on rows, each made once and shared by whoever asks for the same.
 * A table goes when it is neither in use nor among the newest.
 */
export class Scopes {
	readonly #host: QueryHost;
	readonly #files: readonly DatasetFile[];
	readonly #entries = new Map<string, Entry>();
	#made = 0;

	constructor(host: QueryHost, files: readonly DatasetFile[]) {
		this.#host = host;
		this.#files = files;
	}

	/** The papers that pass the filters on rows; `null` stands for filters that filter nothing. */
	async ofFilters(rows: RowFilters | null): Promise<Lease> {
		if (!rows) return { matches: null, release: async () => {} };
		return this.#lease(JSON.stringify(rows), async (table) => {
			await Promise.all(filesFor(rows, this.#files).map((file) => this.#host.attach(file)));
			return [createMatches(table, rows, this.#files)];
		});
	}

	/** The papers with these ids. */
	async ofIds(paperIds: readonly number[]): Promise<Lease> {
		return this.#lease(`ids ${paperIds.join()}`, async (table) => createIdTable(table, paperIds));
	}

	async #lease(key: string, statements: (table: string) => Promise<string[]>): Promise<Lease> {
		const entry = this.#entries.get(key) ?? this.#make(statements);
		this.#entries.delete(key);
		this.#entries.set(key, entry);
		entry.users++;
		try {
			await entry.ready;
		} catch (error) {
			if (this.#entries.get(key) === entry) this.#entries.delete(key);
			throw error;
		}
		return {
			matches: entry.table,
			release: async () => {
				entry.users--;
				await this.#tidy();
			}
		};
	}

	#make(statements: (table: string) => Promise<string[]>): Entry {
		const table = `matches_${++this.#made}`;
		const fill = async () => {
			for (const statement of await statements(table)) await this.#host.execute(statement);
		};
		return { table, ready: fill(), users: 0 };
	}

	async #tidy(): Promise<void> {
		for (const [key, entry] of [...this.#entries].slice(0, -kept)) {
			if (entry.users > 0) continue;
			this.#entries.delete(key);
			await this.#host.execute(dropTable(entry.table));
		}
	}
}
