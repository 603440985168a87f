import { areaSteps, type Area } from '../../queries/area.ts';

const place = (step: number) => (step / areaSteps).toFixed(2);
const stretch = (steps: readonly number[]) => `${place(Math.min(...steps))}–${place(Math.max(...steps))}`;

/** `map: rectangle x 0.20–0.50, y 0.30–0.63`; of a drawn outline, the rectangle around it. */
export function areaWords(area: Area): string {
	const words = area.length === 2 ? 'rectangle' : 'outline within';
	return `map: ${words} x ${stretch(area.map(([x]) => x))}, y ${stretch(area.map(([, y]) => y))}`;
}
