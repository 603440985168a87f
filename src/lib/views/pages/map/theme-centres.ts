import { positionSteps, type Positions } from '../../../queries/themes/positions.ts';

/** Where most papers of a theme lie, for its label. */
export interface ThemeCentre {
	readonly themeId: number;
	/** 0 to 1. */
	readonly x: number;
	readonly y: number;
	readonly papers: number;
}

/** Cells along each side. */
const cells = 24;
const cellOf = (x: number, y: number) => {
	const at = (step: number) => Math.min(cells - 1, Math.floor((step * cells) / (positionSteps + 1)));
	return at(y) * cells + at(x);
};

/** Papers in a cell and the eight around it. */
function around(counts: Uint32Array, cell: number): number {
	const [row, column] = [Math.floor(cell / cells), cell % cells];
	let sum = 0;
	for (let y = Math.max(0, row - 1); y <= Math.min(cells - 1, row + 1); y++) {
		for (let x = Math.max(0, column - 1); x <= Math.min(cells - 1, column + 1); x++) {
			sum += counts[y * cells + x] as number;
		}
	}
	return sum;
}

/** The fullest cell with those around it: a mean would lie between the parts of a theme that has several. */
function fullest(counts: Uint32Array): number {
	let [best, most] = [0, -1];
	for (let cell = 0; cell < counts.length; cell++) {
		if (counts[cell] === 0) continue;
		const papers = around(counts, cell);
		if (papers > most) [best, most] = [cell, papers];
	}
	return best;
}

const isNear = (a: number, b: number) =>
	Math.abs(Math.floor(a / cells) - Math.floor(b / cells)) <= 1 && Math.abs((a % cells) - (b % cells)) <= 1;

/** For each theme the middle of the densest part of its papers, the largest theme first. */
export function themeCentres({ x, y, theme }: Positions): ThemeCentre[] {
	const counts = new Map<number, Uint32Array>();
	for (let paper = 0; paper < theme.length; paper++) {
		const id = theme[paper] as number;
		const own = counts.get(id) ?? new Uint32Array(cells * cells);
		if (!counts.has(id)) counts.set(id, own);
		own[cellOf(x[paper] as number, y[paper] as number)]!++;
	}
	const peaks = new Map([...counts].map(([id, own]) => [id, fullest(own)]));
	const sums = new Map([...counts.keys()].map((id) => [id, { x: 0, y: 0, near: 0, papers: 0 }]));
	for (let paper = 0; paper < theme.length; paper++) {
		const sum = sums.get(theme[paper] as number)!;
		sum.papers++;
		if (!isNear(cellOf(x[paper] as number, y[paper] as number), peaks.get(theme[paper] as number)!)) continue;
		sum.near++;
		sum.x += (x[paper] as number) / positionSteps;
		sum.y += (y[paper] as number) / positionSteps;
	}
	return [...sums]
		.map(([themeId, sum]) => ({ themeId, x: sum.x / sum.near, y: sum.y / sum.near, papers: sum.papers }))
		.sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
}
