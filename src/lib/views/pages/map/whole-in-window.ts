import type { Frame } from './raster/view.ts';

/** A part of the window: its middle and its size, in pixels. */
interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Size of the small picture of the whole map, which stands in the lower right corner, in pixels. */
export function thumbnailSize({ width, height }: Frame): { width: number; height: number } {
	const across = width < 480 ? 92 : 148;
	return { width: across, height: Math.round((height * across) / width) };
}

/** Pixels between the small picture and the edges of the window, and what stands beside it. */
const margin = 12;

/** Whether all of a box can be read: it lies in the window, and not behind the small picture where that is shown. */
export function isWhole({ x, y, width, height }: Box, frame: Frame, hasThumbnail: boolean): boolean {
	const [right, bottom] = [x + width / 2, y + height / 2];
	if (x < width / 2 || y < height / 2 || right > frame.width || bottom > frame.height) return false;
	if (!hasThumbnail) return true;
	const small = thumbnailSize(frame);
	return right < frame.width - small.width - margin || bottom < frame.height - small.height - margin;
}
