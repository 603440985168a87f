import { fieldKey, places } from './aliases.ts';
import type { Fields } from './fields.ts';
import { isObject, type JsonObject } from './object-reader.ts';

/** The member of a name, or along a path of names with dots between them. */
function memberAt(value: JsonObject, name: string): unknown {
	if (Object.hasOwn(value, name)) return value[name];
	const dot = name.indexOf('.');
	if (dot < 0) return undefined;
	const outer = name.slice(0, dot);
	const inner = Object.hasOwn(value, outer) ? value[outer] : undefined;
	return isObject(inner) ? memberAt(inner, name.slice(dot + 1)) : undefined;
}

/**
 * The fields of an object after what the user says of its members: a member that is named counts as the field it was
 * named, and nothing else does.
 * @param columns field names by member names or paths
 */
export function withNamed(
	fields: Fields,
	value: JsonObject,
	columns: Readonly<Record<string, string>>
): Fields {
	const named = Object.entries(columns)
		.map(([name, field]) => ({ name, key: fieldKey(field), member: memberAt(value, name) }))
		.filter(({ member }) => member !== undefined);
	if (named.length === 0) return fields;
	const said = new Set(named.map(({ key }) => places.get(key)?.field));
	const names = new Set(named.map(({ name }) => fieldKey(name)));
	const isFree = (key: string) => !names.has(key) && !said.has(places.get(key)?.field);
	return new Map([
		...[...fields].filter(([key]) => isFree(key)),
		...named.map(({ key, member }) => [key, member] as const)
	]);
}
