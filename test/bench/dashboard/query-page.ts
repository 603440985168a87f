import { bootEngine } from '../../../src/lib/database/boot.ts';
import { fetchFile } from '../../../src/lib/database/fetch-file.ts';
import { WasmDatabase } from '../../../src/lib/database/wasm-database.ts';
import { attachMain } from '../../../src/lib/queries/sql/all-papers.ts';
import { arrangeThemes, type ArrangedThemes } from '../../../src/lib/themes/arrange.ts';
import { publishedArrangement } from '../../../src/lib/themes/arrangement.ts';
import type { DatasetFile, Manifest } from '../../../src/lib/dataset/manifest.ts';
import type { Overview } from '../../../src/lib/dataset/overview.ts';
import type { FileGroup } from '../../../src/lib/dataset/schema.ts';
import { distinguishingTerms } from '../../../src/lib/analysis/distinguishing-terms.ts';
import { noFilters, type Filters } from '../../../src/lib/queries/filters/filters.ts';
import { WasmReader } from '../../../src/lib/state/wasm-reader.ts';
import { brushPositions } from './brush-positions.ts';
import { plainOverview } from './plain-crossfilter.ts';

/** Papers in a page of the list. */
const listed = 100;
const newestFirst = { column: 'published', descending: true } as const;
const bestFirst = { column: 'relevance', descending: true } as const;

/** How a brush step is answered: all linked charts through the cube, the same in plain SQL, the list of papers. */
export type Way = 'cube' | 'plain' | 'list';

/** The same numbers whatever the order of the rows. */
function canonical({ unit, papers, ...charts }: Overview): string {
	const rows = Object.entries(charts).map(([name, chart]) => [
		name,
		chart.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
	]);
	return JSON.stringify([unit, papers, rows.sort()]);
}

/** The page's queries over the page's engine, without the page around them. */
export class QueryBench {
	readonly #database: WasmDatabase;
	readonly #reader: WasmReader;
	readonly #manifest: Manifest;
	/** Bytes of each file that was fetched. */
	readonly #fetched: Map<string, number>;
	readonly #published: ArrangedThemes;
	#positions: readonly Filters[] = [];

	private constructor(database: WasmDatabase, manifest: Manifest, fetched: Map<string, number>) {
		this.#database = database;
		this.#manifest = manifest;
		this.#reader = new WasmReader(database, manifest);
		this.#fetched = fetched;
		this.#published = arrangeThemes(manifest, publishedArrangement);
	}

	static async open(): Promise<QueryBench> {
		const at = (path: string) => new URL(`../${path}`, location.href);
		const manifest = JSON.parse(await (await fetchFile(at('dataset/manifest.json'))).text()) as Manifest;
		const { signal } = new AbortController();
		const connection = await bootEngine(at('engine/duckdb-eh.wasm.gz'), () => {}, signal);
		const fetched = new Map<string, number>();
		const database = new WasmDatabase(connection, async ({ file }: DatasetFile) => {
			const blob = await fetchFile(at(`dataset/${file}`));
			fetched.set(file, blob.size);
			return new Uint8Array(await blob.arrayBuffer());
		});
		await database.start();
		const bench = new QueryBench(database, manifest, fetched);
		await attachMain(database, manifest);
		return bench;
	}

	/** Bytes fetched so far of the files of a group. */
	fetched(group: FileGroup): number {
		const own = this.#manifest.files.filter((file) => file.group === group);
		return own.reduce((sum, { file }) => sum + (this.#fetched.get(file) ?? 0), 0);
	}

	/** Has all files of a group at hand. */
	async attach(group: FileGroup): Promise<void> {
		for (const file of this.#manifest.files) {
			if (file.group === group) await this.#database.attach(file);
		}
	}

	/** Puts brushes at so many positions, and reads the cube. */
	async prepareBrush(count: number): Promise<number> {
		this.#positions = brushPositions(this.#manifest, count);
		await this.#brushed('plain', noFilters);
		return timed(() => this.#brushed('cube', noFilters));
	}

	/** Milliseconds of brush steps from position `from` to `to`, which is exclusive. */
	async brush(way: Way, from: number, to: number): Promise<number[]> {
		const times: number[] = [];
		for (const filters of this.#positions.slice(from, to)) {
			times.push(await timed(() => this.#brushed(way, filters)));
		}
		return times;
	}

	/** @throws Error when cube and plain SQL differ at a position */
	async requireSame(position: number): Promise<void> {
		const filters = this.#positions[position] ?? noFilters;
		const [cube, plain] = [await this.#brushed('cube', filters), await this.#brushed('plain', filters)];
		if (canonical(cube as Overview) === canonical(plain as Overview)) return;
		throw new Error(`cube and SQL differ at ${JSON.stringify(filters)}`);
	}

	/** Searches for papers: milliseconds to the charts of those found and, from the same start, to the list of the best. */
	async search(query: string): Promise<{ charts: number; list: number; found: number }> {
		const filters = { ...noFilters, query };
		const start = performance.now();
		const { papers } = await this.#reader.overview(filters, this.#manifest.overview.unit);
		const charts = performance.now() - start;
		await this.#reader.papers(filters, bestFirst, 0, listed);
		return { charts, list: performance.now() - start, found: papers };
	}

	/** Compares two sides: milliseconds to their counts, and to the words that set them apart. */
	async compare(a: Partial<Filters>, b: Partial<Filters>): Promise<{ counts: number; words: number }> {
		const { unit } = this.#manifest.overview;
		const [first, second] = [
			{ ...noFilters, ...a },
			{ ...noFilters, ...b }
		];
		const counts = await timed(async () => {
			await this.#reader.sideCounts(first, unit);
			await this.#reader.sideCounts(second, unit);
		});
		return { counts, words: await timed(() => this.#words(first, second)) };
	}

	#brushed(way: Way, filters: Filters): Promise<unknown> {
		const { unit } = this.#manifest.overview;
		if (way === 'cube') return this.#reader.overview(filters, unit);
		if (way === 'plain') return plainOverview(this.#database, filters, unit, this.#published);
		return this.#reader.papers(filters, newestFirst, 0, listed);
	}

	async #words(first: Filters, second: Filters): Promise<void> {
		const { terms, first: one, second: two } = await this.#reader.compareTerms(first, second);
		const { first: a, second: b } = distinguishingTerms(terms, [one, two], 15);
		await this.#reader.readableStems([...a, ...b].map(({ term }) => term));
	}
}

async function timed(task: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await task();
	return performance.now() - start;
}

declare global {
	var queryBench: Promise<QueryBench>;
}

globalThis.queryBench = QueryBench.open();
