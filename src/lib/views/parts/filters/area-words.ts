import { areaSteps, type Area } from '../../../queries/filters/area.ts';

const place = (step: number) => (step / areaSteps).toFixed(2);
const stretch = (steps: readonly number[]) => `${place(Math.min(...steps))}–${place(Math.max(...steps))}`;

/** `map area 0.20–0.50 × 0.30–0.63`: the rectangle, or the one around a drawn outline. */
export function areaWords(area: Area): string {
	const words = area.length === 2 ? 'area' : 'outline';
	return `map ${words} ${stretch(area.map(([x]) => x))} × ${stretch(area.map(([, y]) => y))}`;
}
