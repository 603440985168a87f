import { quoteInteger } from '../sql/quote.ts';

/** A place on the map in whole ten-thousandths of its side, each 0 to 10,000, so that links keep it exactly. */
export type MapPoint = readonly [x: number, y: number];

/**
 * A part of the map: none for all of it, two opposite corners of a rectangle whose edges belong to it, or three
 * and more corners of a polygon.
 */
export type Area = readonly MapPoint[];

/** Steps along each side of the map. */
export const areaSteps = 10_000;
/** Corners that a query can hold. */
export const mostCorners = 200;

function formatStep(step: number): string {
	return step === areaSteps
		? '1'
		: step === 0
			? '0'
			: `0.${String(step).padStart(4, '0').replace(/0+$/, '')}`;
}

/** `0.2,0.3 0.5,0.62`: corners as `x,y`, each 0 to 1 with at most four decimals. */
export function formatArea(area: Area): string {
	return area.map(([x, y]) => `${formatStep(x)},${formatStep(y)}`).join(' ');
}

function parseStep(text: string): number | null {
	const match = /^(?:([01])(?:\.(\d{1,4}))?|\.(\d{1,4}))$/.exec(text);
	if (!match) return null;
	const [, whole = '0', decimals = match[3] ?? ''] = match;
	const step = Number(whole) * areaSteps + Number(decimals.padEnd(4, '0'));
	return step > areaSteps ? null : step;
}

/** Reads what `formatArea` writes; `null` when it is not at least two corners that lie on the map. */
export function parseArea(text: string): Area | null {
	const corners = text.trim().split(/\s+/);
	if (corners.length < 2 || corners.length > mostCorners) return null;
	const area: MapPoint[] = [];
	for (const corner of corners) {
		const [x, y, ...more] = corner.split(',').map(parseStep);
		if (x === null || x === undefined || y === null || y === undefined || more.length > 0) return null;
		area.push([x, y]);
	}
	return area;
}

const stepOf = (column: 'x' | 'y') => `(CAST(${column} AS DOUBLE) * ${areaSteps})`;
const between = (column: 'x' | 'y', a: number, b: number) =>
	`${stepOf(column)} BETWEEN ${quoteInteger(Math.min(a, b))} AND ${quoteInteger(Math.max(a, b))}`;

/** 1 when the ray from a paper to larger x crosses the edge: one end of the edge lies above, the other does not. */
function crossing([x1, y1]: MapPoint, [x2, y2]: MapPoint): string {
	const [fromX, fromY] = [quoteInteger(x1), quoteInteger(y1)];
	const at = `${fromX} + ${quoteInteger(x2 - x1)} * (py - ${fromY}) / CAST(${quoteInteger(y2 - y1)} AS DOUBLE)`;
	return `CAST((py < ${fromY}) <> (py < ${quoteInteger(y2)}) AND px < ${at} AS INTEGER)`;
}

/**
 * SQL for the ids of the papers in an area. Inside a polygon is where a ray crosses its edges an odd number of
 * times (Shimrat 1962), so that a loop that crosses itself leaves out what it encloses twice.
 * @param papers the table with the columns paper_id, x and y
 * @throws RangeError for an area without two corners
 */
export function areaIds(area: Area, papers: string): string {
	const [first, second] = area;
	if (!first || !second) throw new RangeError('an area needs two corners');
	const box = [
		between('x', Math.min(...area.map(([x]) => x)), Math.max(...area.map(([x]) => x))),
		between('y', Math.min(...area.map(([, y]) => y)), Math.max(...area.map(([, y]) => y)))
	].join(' AND ');
	if (area.length === 2) return `SELECT paper_id FROM ${papers} WHERE ${box}`;
	const edges = area
		.map((corner, index) => [corner, area[(index + 1) % area.length] as MapPoint] as const)
		.filter(([from, to]) => from[1] !== to[1])
		.map(([from, to]) => crossing(from, to));
	if (edges.length === 0) return `SELECT paper_id FROM ${papers} WHERE false`;
	return (
		`SELECT paper_id FROM (SELECT paper_id, ${stepOf('x')} AS px, ${stepOf('y')} AS py FROM ${papers} ` +
		`WHERE ${box}) WHERE (${edges.join(' + ')}) % 2 = 1`
	);
}
