import type { TeamBin } from '../../../drawing/model.ts';
import { textWidth } from '../../../drawing/ticks.ts';
import { formatNumber } from '../../../format/format.ts';

/**
 * Where a team size stands along ordered bins, in bins from the left edge of the first. A size takes up the room from
 * half below to half above it, so 5.5 stands between the bins 4–5 and 6–10; the open bin ends at twice its beginning.
 * `null` when no bin holds it.
 */
export function placeInBins(bins: readonly TeamBin[], size: number): number | null {
	for (let index = 0; index < bins.length; index++) {
		const { from, to } = bins[index]!;
		if (from === null) continue;
		const [start, end] = [from - 0.5, (to ?? 2 * from) + 0.5];
		if (size < start || (size > end && to !== null)) continue;
		return index + Math.min(1, (size - start) / (end - start));
	}
	return null;
}

function inThousands(papers: number): string {
	if (papers < 1000) return formatNumber(papers);
	return papers < 1e6 ? `${formatNumber(papers / 1000, 1)}k` : `${formatNumber(papers / 1e6, 1)}m`;
}

/** How numbers over bars are written, all alike: in full, or in thousands where these are too wide. */
export interface BarNumbers {
	words: (papers: number) => string;
	/** In pixels. */
	size: number;
}

/** @param room of a bar, in pixels */
export function barNumbers(papers: readonly number[], room: number): BarNumbers {
	const fits = ({ words, size }: BarNumbers) =>
		papers.every((count) => textWidth(words(count), size) + 4 <= room);
	const small: BarNumbers = { words: inThousands, size: 10 };
	return (
		[
			{ words: formatNumber, size: 12 },
			{ words: inThousands, size: 12 }
		].find(fits) ?? small
	);
}

/**
 * Where the middle of a number over a bar stands so that an upright line does not cross it: aside where the bar has
 * room for it, else where it was, and the line has a gap.
 *
 * @param bar middle and width of the bar, in pixels
 */
export function besideLine(bar: { x: number; width: number }, text: number, line: number | null): number {
	const half = text / 2 + 5;
	if (line === null || Math.abs(bar.x - line) >= half) return bar.x;
	const aside = [line - half, line + half].sort((a, b) => Math.abs(a - bar.x) - Math.abs(b - bar.x));
	return aside.find((x) => Math.abs(x - bar.x) + text / 2 <= bar.width / 2) ?? bar.x;
}
