import { Lru, type Use } from '../base/lru.ts';
import type { Joins } from '../dataset/joined-names.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { QueryHost } from '../engine/query-host.ts';
import { arrangeThemes, type ArrangedThemes } from '../themes/arrange.ts';
import { publishedArrangement, type ThemeArrangement } from '../themes/arrangement.ts';
import { formatArrangement } from '../themes/syntax.ts';
import { searchRulesOf } from '../words/word-rules.ts';
import type { CellCounts } from './cells/overview.ts';
import type { Filters } from './filters/filters.ts';
import { NameTables } from './papers/name-tables.ts';
import type { SuggestDimension } from './papers/paper-types.ts';
import { rowFiltersOf } from './search/row-filters.ts';
import { keptArrangements, Selections, type Selection } from './selections.ts';
import { ThemeSpace } from './themes/theme-space.ts';
import { readLeafVectors, type LeafVectors } from './themes/vectors.ts';

/** What questions under different arrangements of the themes share. */
interface Shared {
	selections: Selections;
	names: NameTables;
	vectors: Lru<Promise<LeafVectors>>;
	published: ArrangedThemes;
	/** The arrangements that were asked about last. */
	arranged: Lru<ArrangedDataset>;
}

/** What every question about a dataset under one arrangement of its themes needs, made once and kept. */
export class ArrangedDataset {
	readonly host: QueryHost;
	readonly manifest: Manifest;
	readonly themes: ArrangedThemes;
	/** Names that count as one. */
	readonly joins: Joins;
	readonly space: ThemeSpace;
	readonly #shared: Shared;

	constructor(
		host: QueryHost,
		manifest: Manifest,
		shared?: Shared,
		themes?: ArrangedThemes,
		joins: Joins = []
	) {
		this.host = host;
		this.manifest = manifest;
		this.joins = joins;
		this.#shared = shared ?? {
			selections: new Selections(host, manifest, searchRulesOf(manifest)),
			names: new NameTables(host, manifest.files),
			vectors: new Lru(1),
			published: arrangeThemes(manifest, publishedArrangement),
			arranged: new Lru(keptArrangements)
		};
		this.themes = themes ?? this.#shared.published;
		this.space = new ThemeSpace(host, () => this.vectors(), this.themes, this.#shared.published);
	}

	/** The same dataset under another arrangement, some of its names joined. */
	arranged(arrangement: ThemeArrangement, joins: Joins): ArrangedDataset {
		return this.#shared.arranged.get(JSON.stringify([formatArrangement(arrangement), joins]), () => {
			const themes = arrangeThemes(this.manifest, arrangement);
			return new ArrangedDataset(this.host, this.manifest, this.#shared, themes, joins);
		});
	}

	vectors(): Promise<LeafVectors> {
		return this.#shared.vectors.get('', () => readLeafVectors(this.host, this.manifest.files));
	}

	/** Has something done with the table of all names of a kind. */
	amongNames<T>(
		dimension: SuggestDimension,
		signal: AbortSignal | undefined,
		task: (table: string) => Promise<T>
	): Promise<T> {
		return using(() => this.#shared.names.of(dimension, this.joins), signal, task);
	}

	/** The papers that pass the filters on rows. */
	selected(filters: Filters): Promise<Use<Selection>> {
		return this.#shared.selections.ofFilters(rowFiltersOf(filters, searchRulesOf(this.manifest)));
	}

	/** The papers with these ids. */
	selectedByIds(paperIds: readonly number[]): Promise<Use<Selection>> {
		return this.#shared.selections.ofIds(paperIds);
	}

	/** Has something done with the papers that pass the filters on rows. */
	among<T>(
		filters: Filters,
		signal: AbortSignal | undefined,
		task: (matches: string | null) => Promise<T>
	): Promise<T> {
		return using(
			() => this.selected(filters),
			signal,
			({ matches }) => task(matches)
		);
	}

	/** Has something done with the papers of these ids. */
	amongIds<T>(
		paperIds: readonly number[],
		signal: AbortSignal | undefined,
		task: (matches: string) => Promise<T>
	): Promise<T> {
		return using(
			() => this.selectedByIds(paperIds),
			signal,
			({ matches }) => task(matches as string)
		);
	}

	/** Has something computed from the counts of the papers that pass the filters on rows. */
	counted<T>(
		filters: Filters,
		signal: AbortSignal | undefined,
		count: (counts: CellCounts) => T
	): Promise<T> {
		return using(
			() => this.selected(filters),
			signal,
			async (selection) => {
				const counts = await selection.counts(this.themes);
				signal?.throwIfAborted();
				return count(counts);
			}
		);
	}
}

/** Has something done with what may be dropped afterwards. */
async function using<V, T>(
	take: () => Promise<Use<V>>,
	signal: AbortSignal | undefined,
	task: (value: V) => Promise<T>
): Promise<T> {
	signal?.throwIfAborted();
	const { value, done } = await take();
	try {
		signal?.throwIfAborted();
		return await task(value);
	} finally {
		await done();
	}
}
