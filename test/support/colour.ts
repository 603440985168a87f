/** Colour arithmetic for testing the palette. */

type Triple = readonly [number, number, number];

/** Linear-light sRGB of `#rrggbb`, each 0 to 1 (IEC 61966-2-1). */
export function linearRgb(hex: string): Triple {
	const channel = (at: number) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

/** Contrast ratio, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: string, b: string): number {
	const luminance = (hex: string) => {
		const [red, green, blue] = linearRgb(hex);
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

/** What full dichromats see, on linear sRGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const matrices = {
	none: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	]
} as const;

export type Vision = keyof typeof matrices;

function multiply(matrix: readonly Triple[], vector: Triple): Triple {
	return matrix.map(
		(row) => row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2]
	) as unknown as Triple;
}

/** OKLab of linear sRGB (Ottosson 2020). */
export function okLab(rgb: Triple): Triple {
	const cones = multiply(
		[
			[0.4122214708, 0.5363325363, 0.0514459929],
			[0.2119034982, 0.6806995451, 0.1073969566],
			[0.0883024619, 0.2817188376, 0.6299787005]
		],
		rgb
	).map((value) => Math.cbrt(value)) as unknown as Triple;
	return multiply(
		[
			[0.2104542553, 0.793617785, -0.0040720468],
			[1.9779984951, -2.428592205, 0.4505937099],
			[0.0259040371, 0.7827717662, -0.808675766]
		],
		cones
	);
}

/** Linear sRGB as a kind of vision sees it, within what a screen can show. */
export function seenRgb(rgb: Triple, vision: Vision): Triple {
	return multiply(matrices[vision], rgb).map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple;
}

/** Euclidean distance in OKLab as a kind of vision sees two colours. */
export function distance(a: string, b: string, vision: Vision): number {
	const seen = (hex: string) => okLab(seenRgb(linearRgb(hex), vision));
	const [one, other] = [seen(a), seen(b)];
	return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
