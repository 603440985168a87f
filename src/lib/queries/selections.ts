import { Lru, type Use } from '../base/lru.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { QueryHost } from '../engine/query-host.ts';
import type { ArrangedThemes } from '../themes/arrange.ts';
import type { SearchRules } from '../words/word-rules.ts';
import { cellsQuery, groupCells, readCells, type CellTable } from './cells/cells.ts';
import { CellCounts } from './cells/overview.ts';
import { papersThatHold } from './search/deciding-texts.ts';
import { createMatches, filesFor, type RowFilters } from './search/row-filters.ts';
import type { Atom } from './search/search-query.ts';
import { anyCondition, atomsOfTexts, searchConditions } from './search/search-sql.ts';
import { WordKeys } from './search/word-keys.ts';
import { createIdTable, dropTable } from './sql/id-table.ts';
import { command } from './sql/statement.ts';

/**
 * Selections kept ready beyond those in use: going back and forth between two searches costs nothing. Each may hold as
 * many rows as there are papers, and there are at most so many rows, but for two selections.
 */
const [kept, keptRows] = [12, 12e6];

/** Arrangements of the themes whose counts stay in memory. */
export const keptArrangements = 4;

/** Some papers of a dataset: their ids in a table, and their counts once they are asked for. */
export class Selection {
	/** Table of paper ids; `null` stands for all papers. */
	readonly matches: string | null;
	readonly #readLeaves: () => Promise<CellTable>;
	/** By leaf, then by the themes of each arrangement. */
	readonly #leaves = new Lru<Promise<CellTable>>(1);
	readonly #counts = new Lru<Promise<CellCounts>>(keptArrangements);

	constructor(matches: string | null, readLeaves: () => Promise<CellTable>) {
		this.matches = matches;
		this.#readLeaves = readLeaves;
	}

	/** The cells of the papers, counted once, and their sums: the same object for the same themes. */
	counts({ themeOfLeaf }: Pick<ArrangedThemes, 'themeOfLeaf'>): Promise<CellCounts> {
		return this.#counts.get(themeOfLeaf.join(), async () => {
			const leaves = await this.#leaves.get('', this.#readLeaves);
			return new CellCounts(groupCells(leaves, themeOfLeaf));
		});
	}
}

/** The selections that answer the filters on rows, each made once and shared by all who ask for the same. */
export class Selections {
	readonly #host: QueryHost;
	readonly #dataset: Pick<Manifest, 'files' | 'counts' | 'granularity'>;
	readonly #keys: WordKeys;
	readonly #all: Selection;
	readonly #some: Lru<Promise<Selection>>;
	/** Counted over all, since several may share one database. */
	static #made = 0;

	/** @param rules those that searches of the corpus follow */
	constructor(
		host: QueryHost,
		dataset: Pick<Manifest, 'files' | 'counts' | 'granularity'>,
		rules: SearchRules
	) {
		this.#host = host;
		this.#dataset = dataset;
		this.#keys = new WordKeys(rules);
		this.#all = this.#selectionOf(null);
		const most = Math.min(kept, Math.max(2, Math.floor(keptRows / dataset.counts.papers)));
		this.#some = new Lru(most, async (made) => {
			const { matches } = await made;
			if (matches !== null) await host.execute(dropTable(matches));
		});
	}

	/** The papers that pass the filters on rows; `null` stands for filters that filter nothing. */
	async ofFilters(rows: RowFilters | null): Promise<Use<Selection>> {
		if (!rows) return { value: this.#all, done: async () => {} };
		return this.#use(JSON.stringify(rows), async (table) => {
			const { files, counts } = this.#dataset;
			await Promise.all(filesFor(rows, files).map((file) => this.#host.attach(file)));
			const isFinal = atomsOfTexts(rows.search).length === 0;
			const candidates = isFinal ? table : `${table}_candidates`;
			await this.#host.execute(createMatches(candidates, rows, files, counts.papers));
			if (!isFinal) await this.#readTexts(candidates, rows.search, table);
		});
	}

	/** The papers with these ids. */
	async ofIds(paperIds: readonly number[]): Promise<Use<Selection>> {
		return this.#use(`ids ${paperIds.join()}`, (table) => this.#fill(table, paperIds));
	}

	async #use(key: string, fill: (table: string) => Promise<void>): Promise<Use<Selection>> {
		const { value, done } = this.#some.take(key, async () => {
			const table = `matches_${++Selections.#made}`;
			await fill(table);
			return this.#selectionOf(table);
		});
		return { value: await value, done };
	}

	#selectionOf(matches: string | null): Selection {
		return new Selection(matches, async () =>
			readCells(await this.#host.query(cellsQuery(matches, this.#dataset.granularity).sql))
		);
	}

	/** Those candidates that pass what only their texts decide, into the table `table`. */
	async #readTexts(candidates: string, search: RowFilters['search'], table: string): Promise<void> {
		const { files } = this.#dataset;
		const atoms = atomsOfTexts(search);
		const read = `${table}_read`;
		const made = [candidates, read];
		await this.#host.execute(
			command(
				`CREATE TEMP TABLE ${read} AS SELECT paper_id FROM ${candidates} WHERE ${anyCondition(atoms, files)}`
			)
		);
		const holding = await papersThatHold(this.#host, files, read, atoms, this.#keys);
		const decided = new Map<Atom, string>();
		for (const [at, atom] of atoms.entries()) {
			const held = `${table}_held_${at}`;
			await this.#fill(held, holding[at] ?? []);
			decided.set(atom, held);
			made.push(held);
		}
		await this.#host.execute(
			command(
				`CREATE TEMP TABLE ${table} AS SELECT paper_id, score FROM ${candidates} ` +
					`WHERE ${searchConditions(search, files, decided).join(' AND ')}`
			)
		);
		for (const one of made) await this.#host.execute(dropTable(one));
	}

	async #fill(table: string, paperIds: readonly number[]): Promise<void> {
		for (const statement of createIdTable(table, paperIds)) await this.#host.execute(statement);
	}
}
