import type { Fields } from './fields.ts';

/** A parsed JSON object. Its members are data. */
export type JsonObject = { readonly [member: string]: unknown };

/** Reads the objects of one source, or answers `null` when an object is not of that source. */
export type ObjectReader = (value: JsonObject) => Fields | null;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that is an object, or an empty object. */
export function member(value: JsonObject, name: string): JsonObject {
	const found = Object.hasOwn(value, name) ? value[name] : null;
	return isObject(found) ? found : {};
}

/** The objects in a member that is a list. */
export function objects(value: JsonObject, name: string): JsonObject[] {
	const found = Object.hasOwn(value, name) ? value[name] : null;
	return Array.isArray(found) ? found.filter(isObject) : [];
}

export function text(value: unknown): string | null {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A text, or the first of a list of them. */
export const firstText = (value: unknown) => (Array.isArray(value) ? text(value[0]) : text(value));

/** `date-parts` of CSL and Crossref, where numbers may be strings: "2024-3-7". */
export function datePartsOf(value: JsonObject, name: string): string | null {
	const date = member(value, name);
	const parts = Array.isArray(date['date-parts']) ? (date['date-parts'][0] as unknown) : null;
	const numbers = Array.isArray(parts)
		? parts.map(text).filter((part) => part !== null && /^\d{1,4}$/.test(part))
		: [];
	if (numbers.length > 0) return numbers.join('-');
	return text(date.raw) ?? text(date.literal) ?? text(value[name]);
}
