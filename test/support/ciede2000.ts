import { linearRgb, seenRgb, type Vision } from './colour.ts';

export type Lab = readonly [lightness: number, a: number, b: number];

const degrees = (radians: number) => (radians * 180) / Math.PI;
const radians = (angle: number) => (angle * Math.PI) / 180;

/** Hue angle, 0 to 360; 0 for a grey. */
function hueOf(a: number, b: number): number {
	if (a === 0 && b === 0) return 0;
	return (degrees(Math.atan2(b, a)) + 360) % 360;
}

/** Difference of two hues, -180 to 180, and their middle; greys have no hue of their own. */
function hues(first: number, second: number, isGrey: boolean): { step: number; middle: number } {
	if (isGrey) return { step: 0, middle: first + second };
	const plain = second - first;
	if (Math.abs(plain) <= 180) return { step: plain, middle: (first + second) / 2 };
	const sum = first + second;
	return { step: plain > 180 ? plain - 360 : plain + 360, middle: (sum < 360 ? sum + 360 : sum - 360) / 2 };
}

/** Colour difference CIEDE2000 with all weights 1 (Sharma, Wu and Dalal 2005). */
export function ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
	const seventh = (chroma: number) => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
	const stretch = 1.5 - 0.5 * seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2);
	const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
	const { step, middle } = hues(hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2), c1 * c2 === 0);
	const lightness = (l1 + l2) / 2;
	const chroma = (c1 + c2) / 2;
	const cosine = (times: number, shift: number) => Math.cos(radians(times * middle + shift));
	const t = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6) - 0.2 * cosine(4, -63);
	const far = (lightness - 50) ** 2;
	const dl = (l2 - l1) / (1 + (0.015 * far) / Math.sqrt(20 + far));
	const dc = (c2 - c1) / (1 + 0.045 * chroma);
	const dh = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(step / 2))) / (1 + 0.015 * chroma * t);
	const turn = 30 * Math.exp(-(((middle - 275) / 25) ** 2));
	const rotation = -Math.sin(radians(2 * turn)) * 2 * seventh(chroma);
	return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh);
}

/** CIELAB of linear sRGB, white point D65 (IEC 61966-2-1, CIE 15:2004). */
function labOf([red, green, blue]: readonly [number, number, number]): Lab {
	const f = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116);
	const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
	const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
	const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 between two colours `#rrggbb` as a kind of vision sees them. */
export function difference(one: string, other: string, vision: Vision): number {
	return ciede2000(labOf(seenRgb(linearRgb(one), vision)), labOf(seenRgb(linearRgb(other), vision)));
}
