import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { quantile } from '../quantile.ts';
import { tableText } from '../table.ts';
import type { BrushFigures } from './brush.ts';
import type { CompareFigures } from './compare.ts';
import type { Visit } from './first-visit.ts';
import type { GeneratedDataset } from './generated-dataset.ts';
import type { MapFrames } from './map-frames.ts';
import type { SearchFigures } from './search.ts';

/** Everything that was measured at one size. */
export interface Figures {
	manifest: Manifest;
	built: GeneratedDataset['built'];
	/** Bytes of the files of each group. */
	bytes: Record<string, number>;
	brush: BrushFigures;
	search: SearchFigures[];
	compare: CompareFigures[];
	visits: { desk: Visit[]; phone: Visit[] };
	/** Milliseconds from a key on a brush to the frame that shows its effect. */
	paint: number[];
	map: MapFrames;
}

const whole = (value: number) => value.toFixed(0);
const tenth = (value: number) => value.toFixed(1);
const megabytes = (bytes: number) => tenth(bytes / 1e6);
const median = (values: readonly number[]) => quantile(values, 0.5);
const both = (values: readonly number[], text = tenth) => [median(values), quantile(values, 0.95)].map(text);
const size = ({ manifest }: Figures) => manifest.counts.papers.toLocaleString('en');
const cellsOf = ({ tables }: Manifest) => tables.find(({ name }) => name === 'cube')?.rows ?? 0;

function datasetTable(all: readonly Figures[]): string {
	const groups = ['dataset', 'texts', 'authors', 'vectors', 'search'];
	const rows = all.map((figures) => {
		const { built, bytes, manifest } = figures;
		const each = (built.seconds / manifest.counts.papers) * 1e6;
		const sizes = groups.map((group) => megabytes(bytes[group] ?? 0));
		const peak = built.peakMegabytes === null ? '-' : whole(built.peakMegabytes);
		return [size(figures), whole(built.seconds), whole(each), peak, ...sizes];
	});
	return tableText(['papers', 'build s', 'µs a paper', 'peak MB', ...groups.map((g) => `${g} MB`)], rows);
}

function brushTable(all: readonly Figures[]): string {
	const header = ['papers', 'cells', 'by', 'cube read', 'cube p50', 'p95', 'CPU', 'SQL p50', 'p95', 'CPU'];
	const rows = all.map((figures) => {
		const { manifest, brush } = figures;
		const { cube, plain, list } = brush;
		return [
			...[size(figures), cellsOf(manifest).toLocaleString('en'), manifest.granularity],
			...[whole(brush.first), ...both(cube.wall), tenth(cube.cpu), ...both(plain.wall), tenth(plain.cpu)],
			...[tenth(median(plain.wall) / median(cube.wall)), ...both(list.wall), ...both(figures.paint, whole)]
		];
	});
	return tableText([...header, 'SQL / cube', 'list p50', 'p95', 'key to frame p50', 'p95'], rows);
}

function searchTable(all: readonly Figures[]): string {
	const rows = all.flatMap((figures) =>
		figures.search.map(({ kind, found, first, charts, list }) => [
			...[size(figures), kind, whole(median(found)), whole(Math.max(...found)), whole(first)],
			...[...both(charts), ...both(list.wall), tenth(list.cpu)]
		])
	);
	const header = ['papers', 'search', 'found p50', 'most', 'first', 'charts p50', 'p95'];
	return tableText([...header, 'with list p50', 'p95', 'CPU'], rows);
}

function compareTable(all: readonly Figures[]): string {
	const rows = all.flatMap((figures) =>
		figures.compare.map(({ sides, counts, words }) => [
			...[size(figures), sides, tenth(median(counts)), tenth(Math.max(...counts))],
			...[whole(median(words.wall)), whole(Math.max(...words.wall)), whole(words.cpu)]
		])
	);
	return tableText(['papers', 'sides', 'counts p50', 'most', 'words p50', 'most', 'CPU'], rows);
}

function visitTable(all: readonly Figures[]): string {
	const rows = all.flatMap((figures) =>
		Object.entries(figures.visits).map(([device, visits]) => {
			const { engine, ...beyond } = (visits[0] as Visit).bytes;
			const sum = Object.values(beyond).reduce((a, b) => a + b, 0);
			const of = (key: 'firstPaint' | 'firstChart' | 'engineAsked' | 'interactive') =>
				visits.map((visit) => visit[key]);
			return [
				...[
					size(figures),
					device,
					...Object.values(beyond).map(megabytes),
					megabytes(sum),
					megabytes(engine)
				],
				...[...both(of('firstChart'), whole), whole(median(of('engineAsked')))],
				...[whole(median(of('interactive'))), Math.max(...visits.map((v) => v.layoutShift)).toFixed(4)]
			];
		})
	);
	const header = ['papers', 'screen', 'page MB', 'code', 'manifest', 'dataset', 'sum', 'engine'];
	return tableText([...header, 'first chart p50', 'p95', 'engine asked', 'interactive', 'shift'], rows);
}

function mapTable(all: readonly Figures[]): string {
	const late = (frames: readonly number[]) =>
		`${((100 * frames.filter((time) => time > 34).length) / frames.length).toFixed(0)} %`;
	const rows = all.map((figures) => {
		const { drawn, pan, zoom, cpu } = figures.map;
		return [size(figures), whole(drawn), ...both(pan), late(pan), ...both(zoom), late(zoom), tenth(cpu)];
	});
	const header = ['papers', 'first picture', 'pan p50', 'p95', 'over 34', 'zoom p50', 'p95', 'over 34'];
	return tableText([...header, 'CPU a frame'], rows);
}

/** What was measured, as tables in Markdown. Milliseconds unless a column says otherwise. */
export function figuresText(all: readonly Figures[]): string {
	const tables = {
		Datasets: datasetTable,
		'Brush steps': brushTable,
		Searches: searchTable,
		Comparisons: compareTable,
		'First visits': visitTable,
		Map: mapTable
	};
	return Object.entries(tables)
		.map(([title, table]) => `### ${title}\n\n${table(all)}`)
		.join('\n\n');
}
