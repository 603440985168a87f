export interface LabelWish {
	/** Where its middle would best stand, in pixels. */
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

const overlaps = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A label that stands farther above or below its theme, in pixels, would be read as that of another. */
const farthest = 48;

/** Steps away from the wish, nearest first, in label heights and half widths. */
const steps: readonly (readonly [x: number, y: number])[] = [
	[0, 0],
	[0, -1.2],
	[0, 1.2],
	[0, -2.4],
	[0, 2.4],
	[-0.6, 0],
	[0.6, 0],
	[-0.6, -1.2],
	[0.6, -1.2],
	[-0.6, 1.2],
	[0.6, 1.2],
	[0, -3.6],
	[0, 3.6]
];

const boxAt = ({ width, height }: LabelWish, x: number, y: number): Box => ({
	left: x - width / 2,
	top: y - height / 2,
	right: x + width / 2,
	bottom: y + height / 2
});

/**
 * Places labels so that none covers another and all stand whole inside the bounds; the first ones choose first.
 * @returns the middle of each, in the order given; `null` where the wish lies outside or no room is left near it
 */
export function placeLabels(wishes: readonly LabelWish[], bounds: Box): ({ x: number; y: number } | null)[] {
	const taken: Box[] = [];
	return wishes.map((wish) => {
		const { x, y, width, height } = wish;
		if (x < bounds.left || x > bounds.right || y < bounds.top || y > bounds.bottom) return null;
		const fit = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
		for (const [across, down] of steps) {
			if (Math.abs(down * height) > farthest) continue;
			const place = {
				x: fit(x + across * width, bounds.left + width / 2, bounds.right - width / 2),
				y: fit(y + down * height, bounds.top + height / 2, bounds.bottom - height / 2)
			};
			const box = boxAt(wish, place.x, place.y);
			if (width > bounds.right - bounds.left || taken.some((other) => overlaps(box, other))) continue;
			taken.push(box);
			return place;
		}
		return null;
	});
}
