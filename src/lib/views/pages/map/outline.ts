import { areaSteps, mostCorners, type Area, type MapPoint } from '../../../queries/filters/area.ts';
import type { Place } from './raster/view.ts';

/** A place put to the steps that links keep. */
function snapped([x, y]: Place): MapPoint {
	const step = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * areaSteps);
	return [step(x), step(y)];
}

/** Distance of a point from the line through two others. */
function offLine([x, y]: Place, [ax, ay]: Place, [bx, by]: Place): number {
	const length = Math.hypot(bx - ax, by - ay);
	if (length === 0) return Math.hypot(x - ax, y - ay);
	return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** Leaves out what lies within a tolerance of the line between its neighbours (Ramer 1972, Douglas and Peucker 1973). */
export function simplified(path: readonly Place[], tolerance: number): Place[] {
	const [first, last] = [path[0], path.at(-1)];
	if (path.length < 3 || !first || !last) return [...path];
	let [farthest, distance] = [0, -1];
	for (let at = 1; at < path.length - 1; at++) {
		const off = offLine(path[at] as Place, first, last);
		if (off > distance) [farthest, distance] = [at, off];
	}
	if (distance <= tolerance) return [first, last];
	const before = simplified(path.slice(0, farthest + 1), tolerance);
	return [...before.slice(0, -1), ...simplified(path.slice(farthest), tolerance)];
}

/** Corners that an outline keeps at most: a link of them stays short. */
const corners = Math.min(60, mostCorners);

/**
 * The part of the map inside a drawn loop; none when it encloses nothing.
 * @param tolerance how far the kept outline may lie off the drawn one, in map units
 */
export function areaOfLoop(path: readonly Place[], tolerance: number): Area {
	let kept = simplified(path, tolerance);
	for (let wider = tolerance * 1.5; kept.length > corners; wider *= 1.5) kept = simplified(path, wider);
	const area = kept.map(snapped).filter((corner, at, all) => {
		const before = all[at - 1];
		return !before || before[0] !== corner[0] || before[1] !== corner[1];
	});
	return area.length < 3 ? [] : area;
}

/** The rectangle between two corners; none when it has no width or height. */
export function areaOfCorners(a: Place, b: Place): Area {
	const [from, to] = [snapped(a), snapped(b)];
	if (from[0] === to[0] || from[1] === to[1]) return [];
	return [
		[Math.min(from[0], to[0]), Math.min(from[1], to[1])],
		[Math.max(from[0], to[0]), Math.max(from[1], to[1])]
	];
}

/** An area as a closed outline of places. */
export function outlineOf(area: Area): Place[] {
	const place = ([x, y]: MapPoint): Place => [x / areaSteps, y / areaSteps];
	const [first, second] = area;
	if (area.length !== 2 || !first || !second) return area.map(place);
	return [first, [second[0], first[1]] as const, second, [first[0], second[1]] as const].map(place);
}
