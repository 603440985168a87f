import {
	countedAs,
	joinNames,
	joinOf,
	partNames,
	shownNames,
	type Joins
} from '../../../dataset/joined-names.ts';
import { listed } from '../../../format/format.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import { nameKinds } from './filter-chips.ts';

/** Something that can be done with the names that are filtered by. */
export interface Joining {
	/** `Count Google and GoogleDeepMind as one`, `Count Google and GoogleDeepMind apart`. */
	label: string;
	joins: Joins;
	/** Names that a filter goes on with: all that are joined, so that a link without the join finds the same. */
	filters: Partial<Filters>;
}

/** Which of the chosen names could be joined, and which could be taken apart again. */
export function joinings(filters: Filters, joins: Joins): Joining[] {
	return nameKinds.flatMap(({ dimension, key }) => {
		const shown = shownNames(joins, dimension, filters[key]).filter((name) => name !== '');
		const joined = shown.flatMap((name) => joinOf(joins, dimension, name) ?? []);
		const next = joinNames(joins, dimension, shown);
		const all = shown.flatMap((name) => countedAs(joins, dimension, name));
		const none = filters[key].filter((name) => name === '');
		const join: Joining[] =
			shown.length < 2
				? []
				: [{ label: `Count ${listed(shown)} as one`, joins: next, filters: { [key]: [...all, ...none] } }];
		const part = joined.map(({ names }) => ({
			label: `Count ${listed(names)} apart`,
			joins: partNames(joins, dimension, names[0] as string),
			filters: {}
		}));
		return [...join, ...part];
	});
}
