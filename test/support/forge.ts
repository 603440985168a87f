type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that somebody may put in the place of any other. */
const odd: readonly Json[] = [
	...[null, true, false, 0, -1, 0.5, 1e308, -1e308, 2 ** 53, 40_000, 3, 2],
	...['', '0', '__proto__', '../../x', '<script>', '\u0000\u001b[2J', '9999-12-31', '2024-01-01', 'dated'],
	...['x'.repeat(200_000), 'a'.repeat(3000), [], {}, [[]], [null], { length: 9 }, { file: 'x', length: 1 }]
];

const isObject = (value: Json | undefined): value is { [key: string]: Json } | Json[] =>
	typeof value === 'object' && value !== null;

/** Places of a value, as the objects and keys that hold them. */
function placesOf(value: Json, places: [holder: { [key: string]: Json }, key: string][] = []) {
	if (!isObject(value)) return places;
	const holder = value as { [key: string]: Json };
	for (const [key, below] of Object.entries(holder)) {
		places.push([holder, key]);
		placesOf(below, places);
	}
	return places;
}

/** The JSON of a value with one to three of its parts replaced, removed, added or made of each other. */
export function forged(value: unknown, random: () => number): string {
	const copy = structuredClone(value) as Json;
	const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
	for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
		const [holder, key] = pick(placesOf(copy));
		const old = holder[key];
		const way = random();
		if (way < 0.5) holder[key] = pick(odd);
		else if (way < 0.6) delete holder[key];
		else if (way < 0.7 && Array.isArray(holder)) holder.push(structuredClone(old) as Json);
		else if (typeof old === 'number') holder[key] = old + pick([1, -1, 0.5, 1000]);
		else {
			const [other, otherKey] = pick(placesOf(copy));
			holder[key] = structuredClone(other[otherKey]) as Json;
		}
	}
	const text = JSON.stringify(copy);
	if (random() < 0.9) return text.replace(/:0\b/, random() < 0.05 ? ':1e999' : ':0');
	return text.slice(0, Math.floor(random() * text.length));
}
