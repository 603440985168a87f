import { ticks } from 'd3';

/** Ticks from 0 for a count: whole numbers only, the last at or below `max`. */
export function countTicks(max: number, wanted: number): number[] {
	if (!(max > 0)) return [0];
	return ticks(0, max, Math.max(1, wanted)).filter(Number.isInteger);
}

/** Ticks from 0 for a share, 0 to 1. */
export function shareTicks(max: number, wanted: number): number[] {
	return max > 0 ? ticks(0, max, Math.max(1, wanted)) : [0];
}

/** Smallest round number that holds `max`, so that an axis ends on a tick: 1, 2, 2.5 or 5 times a power of ten. */
export function roundUp(max: number, least: number): number {
	if (!(max > least)) return least;
	const power = 10 ** Math.floor(Math.log10(max));
	const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= max * (1 - 1e-9)) ?? 10;
	return step * power;
}

/** 1, 2, 5, 10, 20, 50 ... within a range of positive numbers, for a log axis. */
export function logTicks(from: number, to: number): number[] {
	const found: number[] = [];
	for (let power = 1; power <= to; power *= 10) {
		for (const factor of [1, 2, 5]) {
			const tick = factor * power;
			if (tick >= from && tick <= to) found.push(tick);
		}
	}
	return found;
}

/** Only powers of ten carry a label when the ticks of a log axis stand too close. */
export function isMajor(tick: number): boolean {
	return /^10*$/.test(String(tick));
}

/** Width that a text takes in the widest of the usual fonts, in pixels at a font size, for layouts that cannot measure. */
export function textWidth(text: string, size = 12): number {
	let width = 0;
	for (const character of text) {
		if (character.codePointAt(0)! > 0x2e7f) width += 1;
		else if (/[ijl.,:;'|!()[\]ft\s]/.test(character)) width += 0.36;
		else if (/[0-9]/.test(character)) width += 0.64;
		else width += /[A-Zmw%]/.test(character) ? 0.74 : 0.6;
	}
	return width * size;
}

/** A text cut to a width in pixels, with an ellipsis. */
export function fitText(text: string, width: number, size = 12): string {
	if (textWidth(text, size) <= width) return text;
	const characters = [...text];
	while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
	return `${characters.join('').trimEnd()}…`;
}

/**
 * Which of evenly spaced labels to print so that none touch: every n-th, counted back from the last, since
 * the newest period is the one people look for.
 *
 * @param step distance between neighbouring labels in pixels
 * @returns indices, ascending
 */
export function sparseLabels(labels: readonly string[], step: number, gap = 14): number[] {
	const widest = labels.reduce((most, label) => Math.max(most, textWidth(label)), 0);
	const every = Math.max(1, Math.ceil((widest + gap) / Math.max(step, 1e-6)));
	const first = (labels.length - 1) % every;
	return labels.flatMap((_, index) => (index % every === first ? [index] : []));
}
