import { arrangeThemes, type ArrangedThemes } from '../themes/arrange.ts';
import { publishedArrangement, type ThemeArrangement } from '../themes/arrangement.ts';
import { formatArrangement } from '../themes/syntax.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { QueryHost } from '../engine/query-host.ts';
import { searchRulesOf } from '../words/word-rules.ts';
import { groupCells, type CellTable } from './cells/cells.ts';
import { Counts } from './cells/counts.ts';
import type { Filters } from './filters/filters.ts';
import { Once } from './once.ts';
import { rowFiltersOf } from './search/row-filters.ts';
import { Scopes, withLease, type Lease } from './scopes.ts';
import { ThemeSpace } from './themes/theme-space.ts';
import { readLeafVectors, type LeafVectors } from './themes/vectors.ts';

/** What questions under different arrangements of the themes share. */
interface Shared {
	scopes: Scopes;
	vectors: Once<LeafVectors>;
	counts: Counts;
	published: ArrangedThemes;
	/** The arrangements that were asked about last. */
	arranged: Map<string, Inquiry>;
}

/** Arrangements whose counts stay in memory. */
const keptArrangements = 4;

/** What every question about a dataset under one arrangement of its themes needs, made once and kept. */
export class Inquiry {
	readonly host: QueryHost;
	readonly manifest: Manifest;
	readonly themes: ArrangedThemes;
	readonly space: ThemeSpace;
	readonly #shared: Shared;
	readonly #cells = new WeakMap<CellTable, CellTable>();

	constructor(host: QueryHost, manifest: Manifest, shared?: Shared, themes?: ArrangedThemes) {
		this.host = host;
		this.manifest = manifest;
		this.#shared = shared ?? {
			scopes: new Scopes(host, manifest, searchRulesOf(manifest)),
			vectors: new Once(),
			counts: new Counts(host, manifest.granularity),
			published: arrangeThemes(manifest, publishedArrangement),
			arranged: new Map()
		};
		this.themes = themes ?? this.#shared.published;
		this.space = new ThemeSpace(host, () => this.vectors(), this.themes, this.#shared.published);
	}

	/** The same dataset under another arrangement. */
	arranged(arrangement: ThemeArrangement): Inquiry {
		const { arranged } = this.#shared;
		const key = JSON.stringify(formatArrangement(arrangement));
		const inquiry =
			arranged.get(key) ??
			new Inquiry(this.host, this.manifest, this.#shared, arrangeThemes(this.manifest, arrangement));
		arranged.delete(key);
		arranged.set(key, inquiry);
		for (const oldest of [...arranged.keys()].slice(0, -keptArrangements)) arranged.delete(oldest);
		return inquiry;
	}

	vectors(): Promise<LeafVectors> {
		return this.#shared.vectors.get(() => readLeafVectors(this.host, this.manifest.files));
	}

	/** The papers that pass the filters on rows. */
	leaseOf(filters: Filters): Promise<Lease> {
		return this.#shared.scopes.ofFilters(rowFiltersOf(filters, searchRulesOf(this.manifest)));
	}

	/** The papers with these ids. */
	leaseOfIds(paperIds: readonly number[]): Promise<Lease> {
		return this.#shared.scopes.ofIds(paperIds);
	}

	/** Has something done with the papers that pass the filters on rows. */
	among<T>(
		filters: Filters,
		signal: AbortSignal | undefined,
		task: (matches: string | null) => Promise<T>
	): Promise<T> {
		return withLease(signal, () => this.leaseOf(filters), task);
	}

	/** Has something computed from the counts of the papers that pass the filters on rows. */
	counted<T>(filters: Filters, signal: AbortSignal | undefined, count: (cells: CellTable) => T): Promise<T> {
		return this.among(filters, signal, async (matches) => {
			const cells = this.#grouped(await this.#shared.counts.of(matches));
			signal?.throwIfAborted();
			return count(cells);
		});
	}

	#grouped(leaves: CellTable): CellTable {
		const cells = this.#cells.get(leaves) ?? groupCells(leaves, this.themes.themeOfLeaf);
		this.#cells.set(leaves, cells);
		return cells;
	}
}
