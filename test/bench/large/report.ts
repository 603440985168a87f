import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

import { noFilters, type Filters } from '../../../src/lib/queries/filters/filters.ts';
import { randomSource } from '../../support/random.ts';
import { brushPositions } from '../dashboard/brush-positions.ts';
import { searchQueries } from '../dashboard/search-queries.ts';
import { quantile } from '../quantile.ts';
import { tableText } from '../table.ts';
import { largeDataset } from './large-dataset.ts';
import { startServer, type Server } from './server.ts';

const [steps, searches] = [300, 20];
/** Visitors at once, and how long they stay. */
const [visitors, seconds] = [50, 30];
/** Nobody leaves. */
const { signal } = new AbortController();
const byRelevance = { column: 'relevance', descending: true } as const;
const byDate = { column: 'published', descending: true } as const;

interface Measured {
	what: string;
	/** Milliseconds of each. */
	wall: number[];
	/** Seconds of the server's CPU, of all together. */
	cpu: number;
}

async function times(
	server: Server,
	what: string,
	asks: readonly (() => Promise<unknown>)[]
): Promise<Measured> {
	const wall: number[] = [];
	const before = server.cpuSeconds();
	for (const ask of asks) {
		const start = performance.now();
		await ask();
		wall.push(performance.now() - start);
	}
	console.error(`${what} (load ${loadavg()[0]?.toFixed(1)})`);
	return { what, wall, cpu: server.cpuSeconds() - before };
}

/** What one visitor waits for who is alone. */
async function alone(server: Server): Promise<Measured[]> {
	const reader = server.visitor();
	const { unit } = server.manifest.overview;
	const search = (query: string) => async () => {
		const filters = { ...noFilters, query };
		await Promise.all([
			reader.overview(filters, unit, signal),
			reader.papers(filters, byRelevance, 0, 50, signal)
		]);
	};
	const overview = () => reader.overview(noFilters, unit, signal);
	const list =
		(filters = noFilters) =>
		() =>
			reader.papers(filters, byDate, 0, 50, signal);
	const positions = brushPositions(server.manifest, steps);
	const measured = [
		await times(server, 'overview, first', [overview]),
		await times(
			server,
			'overview',
			Array.from({ length: 20 }, () => overview)
		),
		await times(
			server,
			'brush step',
			positions.map((filters) => () => reader.overview(filters, unit, signal))
		),
		await times(server, 'list, newest first', [list(), list(), list()]),
		await times(
			server,
			'list under a brush',
			positions.filter((_, at) => at % 30 === 0).map((filters) => list(filters))
		)
	];
	for (const [kind, [first = '', ...others]] of Object.entries(searchQueries(searches + 1))) {
		measured.push(await times(server, `search and list, ${kind}, first`, [search(first)]));
		measured.push(await times(server, `search and list, ${kind}`, others.map(search)));
	}
	const paper = (id: number) => () => reader.paper(id, signal);
	const { papers } = server.manifest.counts;
	measured.push(
		await times(
			server,
			'a paper',
			Array.from({ length: 20 }, (_, at) => paper(Math.floor((papers / 20) * at)))
		)
	);
	return measured;
}

/** What visitors may ask about. */
interface Subjects {
	readonly positions: readonly Filters[];
	readonly queries: readonly string[];
}

/** Asks a question at random, as a page does. */
function askerOf(server: Server, { positions, queries }: Subjects, seed: number): () => Promise<unknown> {
	const reader = server.visitor();
	const random = randomSource(seed);
	const pick = <V>(values: readonly V[]) => values[Math.floor(random() * values.length)] as V;
	const { overview, counts } = server.manifest;
	const searched = () => ({ ...noFilters, query: pick(queries) });
	const questions = [
		() => reader.overview(pick(positions), overview.unit, signal),
		() => reader.overview(pick(positions), overview.unit, signal),
		() => reader.overview(searched(), overview.unit, signal),
		() => reader.papers(searched(), byRelevance, 0, 50, signal),
		() => reader.paper(Math.floor(random() * counts.papers), signal),
		() => reader.suggest('author', 'a', 8, signal)
	];
	return () => pick(questions)();
}

interface Load {
	answers: number;
	errors: string[];
	wall: number[];
}

/** Many visitors at once, each asking one question after another. */
export async function together(server: Server): Promise<Load> {
	const load: Load = { answers: 0, errors: [], wall: [] };
	const positions = brushPositions(server.manifest, steps);
	const subjects = { positions, queries: Object.values(searchQueries(searches)).flat() };
	const end = performance.now() + seconds * 1000;
	const visit = async (seed: number) => {
		const ask = askerOf(server, subjects, seed);
		while (performance.now() < end) {
			const start = performance.now();
			try {
				await ask();
				load.answers++;
			} catch (error) {
				load.errors.push(String(error));
			}
			load.wall.push(performance.now() - start);
		}
	};
	await Promise.all(Array.from({ length: visitors }, (_, seed) => visit(seed)));
	return load;
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/**
 * Makes a dataset of many papers, unless it is there, and measures a server of answers about it.
 * @param keep folder in which the dataset stays; `null` for none
 */
export async function reportLarge(papers: number, keep: string | null): Promise<void> {
	const below = keep ?? mkdtempSync(join(tmpdir(), 'corpuscope-bench-'));
	try {
		const start = performance.now();
		const folder = await largeDataset(below, papers);
		console.error(`made in ${((performance.now() - start) / 1000).toFixed(0)} s`);
		const server = await startServer(folder);
		try {
			const rows = (await alone(server)).map(({ what, wall, cpu }) => [
				what,
				String(wall.length),
				ms(quantile(wall, 0.5)),
				ms(quantile(wall, 0.95)),
				ms((cpu / wall.length) * 1000)
			]);
			console.log(tableText([`${papers} papers, ms`, 'times', 'p50', 'p95', 'CPU'], rows));
			console.log(`\nPeak memory of the server: ${server.peakMegabytes().toFixed(0)} MB`);
			const { answers, errors, wall } = await together(server);
			console.log(
				`${visitors} visitors for ${seconds} s: ${answers} answers, ${errors.length} errors, ` +
					`p50 ${ms(quantile(wall, 0.5))} ms, p95 ${ms(quantile(wall, 0.95))} ms; peak ${server.peakMegabytes().toFixed(0)} MB`
			);
			for (const error of new Set(errors)) console.log(error);
			console.log(
				`${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`
			);
		} finally {
			server.stop();
		}
	} finally {
		if (keep === null) rmSync(below, { recursive: true, force: true });
	}
}
