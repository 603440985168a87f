/** A point of a line; `y` is `null` where there is nothing to draw. */
export interface LinePoint {
	x: number;
	y: number | null;
	/** The value rests on a period that the corpus covers only in part, or on few papers. */
	partial: boolean;
}

export interface LinePaths {
	/** SVG path of what is certain. */
	solid: string;
	/** SVG path of segments that begin or end in a partial period. */
	dashed: string;
	/** Points without a neighbour, which no segment shows. */
	lone: { x: number; y: number }[];
}

const place = (value: number) => String(Math.round(value * 10) / 10);

interface Pen {
	path: string;
	/** Index of the point where it stands. */
	at: number;
}

function draw(pen: Pen, from: number, points: readonly LinePoint[]) {
	const spot = (index: number) => `${place(points[index]!.x)},${place(points[index]!.y!)}`;
	if (pen.at !== from) pen.path += `M${spot(from)}`;
	pen.path += `L${spot(from + 1)}`;
	pen.at = from + 1;
}

/** Paths of a line with gaps, split into certain and partial segments. */
export function linePaths(points: readonly LinePoint[]): LinePaths {
	const solid: Pen = { path: '', at: -1 };
	const dashed: Pen = { path: '', at: -1 };
	const lone: { x: number; y: number }[] = [];
	points.forEach((point, index) => {
		if (point.y === null) return;
		const before = points[index - 1];
		const after = points[index + 1];
		if ((before?.y ?? null) === null && (after?.y ?? null) === null) lone.push({ x: point.x, y: point.y });
		if (after && after.y !== null) draw(point.partial || after.partial ? dashed : solid, index, points);
	});
	return { solid: solid.path, dashed: dashed.path, lone };
}

/**
 * Path along a line over a range of its points and half-way to their neighbours, since a period is as wide as its step:
 * a single point is a stretch too.
 */
export function stretchPath(
	points: readonly LinePoint[],
	{ from, to }: { from: number; to: number }
): string {
	const half = (a: LinePoint | undefined, b: LinePoint | undefined): LinePoint[] =>
		a && b && a.y !== null && b.y !== null
			? [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, partial: false }]
			: [];
	const inside = points.slice(from, to + 1).map((point) => ({ ...point, partial: false }));
	const before = half(points[from - 1], points[from]);
	const after = half(points[to], points[to + 1]);
	const { solid, lone } = linePaths([...before, ...inside, ...after]);
	return solid + lone.map(({ x, y }) => `M${place(x - 2)},${place(y)}L${place(x + 2)},${place(y)}`).join('');
}

/** Path of an area between two edges, level to both ends of its steps, so that one period is an area too. */
export function bandPath(
	edges: readonly (readonly [number, number])[],
	middle: (index: number) => number,
	left: number,
	right: number,
	y: (value: number) => number
): string {
	if (edges.length === 0) return '';
	const xs = [left, ...edges.map((_, index) => middle(index)), right];
	const stretched = [edges[0]!, ...edges, edges.at(-1)!];
	const upper = stretched.map((edge, index) => `${place(xs[index]!)},${place(y(edge[1]))}`);
	const lower = stretched.map((edge, index) => `${place(xs[index]!)},${place(y(edge[0]))}`).reverse();
	return `M${upper.join('L')}L${lower.join('L')}Z`;
}

/** Paths of an interval around a line, one for each stretch without gaps. */
export function intervalPaths(
	intervals: readonly ({ low: number; high: number } | null)[],
	middle: (index: number) => number,
	y: (value: number) => number
): string {
	const spot = (index: number, value: number, dx: number) =>
		`${place(middle(index) + dx)},${place(y(value))}`;
	const ofRun = (run: readonly number[]) => {
		const half = run.length === 1 ? 4 : 0;
		const upper = run.map((index) => spot(index, intervals[index]!.high, -half));
		const lower = run.map((index) => spot(index, intervals[index]!.low, -half)).reverse();
		const from = run[0]!;
		if (half > 0) upper.push(spot(from, intervals[from]!.high, half), spot(from, intervals[from]!.low, half));
		return `M${[...upper, ...lower].join('L')}Z`;
	};
	return runs(intervals).map(ofRun).join('');
}

/** Path of the area between a line with gaps and the ground, stretch by stretch. @param ground its y */
export function areaPath(points: readonly LinePoint[], ground: number): string {
	const spots = points.map(({ x, y }) => (y === null ? null : { x, y }));
	const ofRun = (run: readonly number[]) => {
		const top = run.map((index) => `${place(spots[index]!.x)},${place(spots[index]!.y)}`);
		const [first, last] = [run[0], run.at(-1)].map((index) => place(spots[index!]!.x));
		return `M${first!},${place(ground)}L${top.join('L')}L${last!},${place(ground)}Z`;
	};
	return runs(spots).map(ofRun).join('');
}

/** Indexes of what follows each other without a gap. */
function runs(items: readonly (object | null)[]): number[][] {
	const found: number[][] = [];
	items.forEach((item, index) => {
		if (!item) return;
		if (index > 0 && items[index - 1]) found.at(-1)!.push(index);
		else found.push([index]);
	});
	return found;
}
