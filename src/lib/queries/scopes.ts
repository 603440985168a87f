import type { Manifest } from '../dataset/manifest.ts';
import type { QueryHost } from '../engine/query-host.ts';
import type { WordRules } from '../words/word-rules.ts';
import { createIdTable, dropTable } from './sql/id-table.ts';
import { papersWithPhrases } from './search/phrase-papers.ts';
import { createMatches, filesFor, type RowFilters } from './search/row-filters.ts';
import { command } from './sql/statement.ts';
import { WordKeys } from './search/word-keys.ts';

/** Scopes kept ready beyond those in use: going back and forth between two searches costs nothing. */
const kept = 12;

/** A table that stays until it is released. */
export interface Lease {
	/** Table of paper ids; `null` stands for all papers. */
	readonly matches: string | null;
	release(): Promise<void>;
}

/** Has something done with the papers of a lease, which is released afterwards. */
export async function withLease<T>(
	signal: AbortSignal | undefined,
	leasing: () => Promise<Lease>,
	task: (matches: string | null) => Promise<T>
): Promise<T> {
	signal?.throwIfAborted();
	const lease = await leasing();
	try {
		signal?.throwIfAborted();
		return await task(lease.matches);
	} finally {
		await lease.release();
	}
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
	readonly #dataset: Pick<Manifest, 'files' | 'counts'>;
	readonly #keys: WordKeys;
	readonly #entries = new Map<string, Entry>();
	#made = 0;

	/** @param rules those that searches of the corpus follow */
	constructor(host: QueryHost, dataset: Pick<Manifest, 'files' | 'counts'>, rules: WordRules) {
		this.#host = host;
		this.#dataset = dataset;
		this.#keys = new WordKeys(rules);
	}

	/** The papers that pass the filters on rows; `null` stands for filters that filter nothing. */
	async ofFilters(rows: RowFilters | null): Promise<Lease> {
		if (!rows) return { matches: null, release: async () => {} };
		return this.#lease(JSON.stringify(rows), async (table) => {
			const { files, counts } = this.#dataset;
			await Promise.all(filesFor(rows, files).map((file) => this.#host.attach(file)));
			const isFinal = rows.phrases.length === 0;
			const candidates = isFinal ? table : `${table}_candidates`;
			await this.#host.execute(createMatches(candidates, rows, files, counts.papers));
			if (!isFinal) await this.#keepPhrases(candidates, rows.phrases, table);
		});
	}

	/** The papers with these ids. */
	async ofIds(paperIds: readonly number[]): Promise<Lease> {
		return this.#lease(`ids ${paperIds.join()}`, (table) => this.#fill(table, paperIds));
	}

	/** Those candidates that hold the phrases, into the table `table`. */
	async #keepPhrases(candidates: string, phrases: RowFilters['phrases'], table: string): Promise<void> {
		const { files } = this.#dataset;
		const holding = await papersWithPhrases(this.#host, files, candidates, phrases, this.#keys);
		const verified = `${table}_verified`;
		await this.#fill(verified, holding);
		await this.#host.execute(
			command(
				`CREATE TEMP TABLE ${table} AS SELECT paper_id, score FROM ${candidates} ` +
					`WHERE paper_id IN (SELECT paper_id FROM ${verified})`
			)
		);
		for (const made of [candidates, verified]) await this.#host.execute(dropTable(made));
	}

	async #fill(table: string, paperIds: readonly number[]): Promise<void> {
		for (const statement of createIdTable(table, paperIds)) await this.#host.execute(statement);
	}

	async #lease(key: string, fill: (table: string) => Promise<void>): Promise<Lease> {
		const entry = this.#entries.get(key) ?? this.#make(fill);
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

	#make(fill: (table: string) => Promise<void>): Entry {
		const table = `matches_${++this.#made}`;
		return { table, ready: fill(table), users: 0 };
	}

	async #tidy(): Promise<void> {
		for (const [key, entry] of [...this.#entries].slice(0, -kept)) {
			if (entry.users > 0) continue;
			this.#entries.delete(key);
			await this.#host.execute(dropTable(entry.table));
		}
	}
}
