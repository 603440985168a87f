import { periodUnits, type PeriodUnit } from '../base/date.ts';
import type { Overview } from '../dataset/overview.ts';
import { nameDimensions } from '../dataset/manifest.ts';
import {
	filterNames,
	formatFilters,
	parseFilters,
	type FilterName
} from '../queries/filters/filter-syntax.ts';
import type { Filters } from '../queries/filters/filters.ts';
import { paperColumns, type PaperOrder } from '../queries/papers/paper-order.ts';
import type { ExportSelection } from '../queries/paper-queries.ts';

/** A question that cannot be answered as it was put, in words. */
export class QuestionError extends Error {
	override readonly name = 'QuestionError';
}

/** What arguments are held against. */
export interface Known {
	/** Ids of the themes of the arrangement. */
	readonly themes: readonly number[];
	readonly granularity: PeriodUnit;
}

/** How an argument is written, and read by a server that trusts none. */
export interface Argument<V> {
	write(value: V): unknown;
	/** @throws QuestionError when it is no such value */
	read(value: unknown, known: Known): V;
}

function refused(what: string): QuestionError {
	return new QuestionError(`It needs ${what}.`);
}

/** An argument that is written as it is. */
const plain = <V>(what: string, isOne: (value: unknown) => value is V): Argument<V> => ({
	write: (value) => value,
	read: (value) => {
		if (isOne(value)) return value;
		throw refused(what);
	}
});

/** A whole number from 0 to the most that is given. */
export const whole = (most: number): Argument<number> =>
	plain(
		`a whole number from 0 to ${most}`,
		(value): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
	);

export const text = (most: number): Argument<string> =>
	plain(
		`a text of at most ${most} characters`,
		(value): value is string => typeof value === 'string' && value.length <= most
	);

export const oneOf = <const V extends string>(...values: readonly V[]): Argument<V> =>
	plain(`one of ${values.join(', ')}`, (value): value is V => (values as readonly unknown[]).includes(value));

export const listOf = <V>(item: Argument<V>, most: number): Argument<readonly V[]> => ({
	write: (values) => values.map((value) => item.write(value)),
	read: (value, known) => {
		if (!Array.isArray(value) || value.length > most) throw refused(`a list of at most ${most}`);
		return value.map((one) => item.read(one, known));
	}
});

/** Largest number in a table, and papers that one answer may be about. */
const largestId = 2_147_483_647;
export const mostIds = 100_000;

/** An id that a paper may or may not have. */
export const paperId: Argument<number> = plain(
	`a whole number from ${-largestId} to ${largestId}`,
	(value): value is number => Number.isInteger(value) && Math.abs(value as number) <= largestId
);
export const paperIds = listOf(paperId, mostIds);
export const themeId = whole(32_767);
export const dimension = oneOf(...nameDimensions);
export const unit: Argument<Overview['unit']> = oneOf(
	...periodUnits.filter((one): one is Overview['unit'] => one !== 'day')
);

/** Characters of a value, and names and values of all filters. */
const longestValue = 10_000;
const mostValues = 10_000;

const isWritten = (value: unknown): value is [string, string] =>
	Array.isArray(value) &&
	value.length === 2 &&
	value.every((part) => typeof part === 'string' && part.length <= longestValue);

/** The values under each name of a written form. */
export function valuesBy(written: unknown): (name: string) => string[] {
	if (!Array.isArray(written) || written.length > mostValues || !written.every(isWritten))
		throw refused('names and values, as addresses have them');
	return (name) => written.filter(([one]) => one === name).map(([, value]) => value);
}

/** A range that nothing lies in, which no address has: it is written as nothing. */
const nothing = { range: null, unknown: false } as const;

/** Filters in their written form, which is read as that of an address is. */
export const filters: Argument<Filters> = {
	write: (value) => formatFilters(value),
	read: (value, known) => {
		const values = valuesBy(value);
		const isNothing = (name: string) => values(name).join() === '' && values(name).length > 0;
		const empty = (['date', 'team'] as const).filter(isNothing);
		const stated = (name: FilterName) => ((empty as readonly string[]).includes(name) ? [] : values(name));
		const { filters: read, problems } = parseFilters(stated, known);
		const isKnown = (name: unknown) => (filterNames as readonly unknown[]).includes(name);
		const strange = (value as [string, string][]).find(([name]) => !isKnown(name));
		const problem = problems[0] ?? strange?.join('=');
		if (problem !== undefined) throw new QuestionError(`It cannot filter by ${problem.slice(0, 200)}.`);
		return { ...read, ...Object.fromEntries(empty.map((name) => [name, nothing])) };
	}
};

const column = oneOf(...paperColumns);

export const order: Argument<PaperOrder> = {
	write: (value) => value,
	read: (value, known) => {
		const { column: name, descending } = (value ?? {}) as Record<string, unknown>;
		if (typeof descending !== 'boolean') throw refused('an order, descending or not');
		return { column: column.read(name, known), descending };
	}
};

export const exportSelection: Argument<ExportSelection> = {
	write: (value) =>
		'filters' in value ? { filters: filters.write(value.filters) } : { paperIds: value.paperIds },
	read: (value, known) => {
		const { filters: written, paperIds: ids } = (value ?? {}) as Record<string, unknown>;
		return ids === undefined
			? { filters: filters.read(written, known) }
			: { paperIds: paperIds.read(ids, known) };
	}
};
