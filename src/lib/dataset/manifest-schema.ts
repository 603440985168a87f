import * as v from 'valibot';

import { parseIsoDate, periodUnits } from '../base/date.ts';
import { mergeKeys } from './account.ts';
import { fileName } from './files.ts';
import { distinctions, nameDimensions, type DatasetFile, type Manifest } from './manifest.ts';
import { tableNames, tables, type FileGroup } from './schema.ts';

/** Characters that a text of a manifest may have: what is shown, and what is only kept. */
const shown = 2000;
const kept = 100_000;
/** Entries of a list. */
const many = 1_000_000;
/** Papers and records; more than any engine here can hold. */
const mostRows = 2_147_483_647;

const says = (what: string) => `must be ${what}`;

export const text = (most = shown) =>
	v.pipe(v.string(says('text')), v.maxLength(most, says(`text of at most ${most} characters`)));

export const whole = (least: number, most: number) => {
	const message = says(`a whole number from ${least} to ${most}`);
	return v.pipe(
		v.number(message),
		v.safeInteger(message),
		v.minValue(least, message),
		v.maxValue(most, message)
	);
};

/** A finite number. */
export const real = (least = -Number.MAX_VALUE, most = Number.MAX_VALUE) => {
	const message = least > -Number.MAX_VALUE ? says(`a number from ${least} to ${most}`) : says('a number');
	return v.pipe(v.number(message), v.finite(message), v.minValue(least, message), v.maxValue(most, message));
};

export const list = <T extends v.GenericSchema>(item: T, most = many) =>
	v.pipe(v.array(item, says('a list')), v.maxLength(most, says(`a list of at most ${most}`)));

export const record = <T extends v.ObjectEntries>(entries: T) =>
	v.object(entries, ({ expected }) => (expected === 'Object' ? says('an object') : says('there')));

/** Numbers of themes, least and largest. */
export const numberRange = record({ from: whole(1, 32_767), to: whole(1, 32_767) });

const among = <const T extends readonly string[]>(values: T) =>
	v.picklist(values, says(`one of ${values.join(', ')}`));

const like = (pattern: RegExp, what: string) => v.pipe(v.string(says('text')), v.regex(pattern, says(what)));
const hex = (digits: number) => like(new RegExp(`^[0-9a-f]{${digits}}$`), `${digits} hexadecimal digits`);

/** Years that a paper can state. */
const years = { first: 1000, last: 2999 };
const date = v.pipe(
	v.string(says('text')),
	v.check(
		(day) => {
			const year = parseIsoDate(day) === null ? 0 : Number(day.slice(0, 4));
			return year >= years.first && year <= years.last;
		},
		says(`a date from ${years.first} to ${years.last}, as in 2024-03-07`)
	)
);

/** 1, and what rounding may add to it. */
const unit = 1 + 1e-9;
const count = whole(0, mostRows);
const themeId = whole(0, 32_767);
const teamSize = v.nullable(whole(1, mostRows));
const period = v.nullable(date);
const placement = among(['dated', 'coarse', 'undated'] as const);
const papers = whole(1, mostRows);

const input = record({
	file: text(kept),
	bytes: whole(0, Number.MAX_SAFE_INTEGER),
	sha256: v.union([hex(64), v.literal('')], says('64 hexadecimal digits')),
	format: text(),
	others: v.exactOptional(list(text(), 100)),
	records: count,
	papers: count,
	duplicates: count,
	merged: v.exactOptional(record(v.entriesFromList(mergeKeys, count))),
	rejected: count,
	encoding: v.exactOptional(text()),
	undecoded: v.exactOptional(count),
	dateOrders: v.exactOptional(
		list(
			record({
				column: text(kept),
				order: v.nullable(among(['dmy', 'mdy'] as const)),
				dates: count,
				contradicted: v.boolean(says('true or false'))
			})
		)
	)
});

const groups = [...new Set(tableNames.map((name) => tables[name].group))] as [FileGroup, ...FileGroup[]];
const key = v.nullable(v.union([whole(0, mostRows), text(kept)], says('a paper or a term')));
const file = v.pipe(
	record({ file: text(), group: among(groups), part: whole(0, 999_999), first: key, last: key }),
	v.check(
		({ file: name, group, part }: DatasetFile) => fileName(group, part) === name,
		says('one of its files')
	)
);

const tableSummary = v.pipe(
	record({
		name: among(tableNames),
		rows: count,
		checksum: v.exactOptional(hex(32)),
		sha256: v.exactOptional(hex(64))
	}),
	v.check(
		({ checksum, sha256 }) => (checksum === undefined) !== (sha256 === undefined),
		says('a table with one checksum')
	)
);

const parameter = v.union(
	[text(kept), real(), v.boolean(), list(text(kept))],
	says('text, a number, yes or no, or a list of texts')
);

/** What every manifest is, value by value; `readManifest` holds them against each other. */
export const manifestSchema: v.GenericSchema<unknown, Manifest> = record({
	schemaVersion: text(),
	generator: record({ name: text(), version: text() }),
	title: v.nullable(text()),
	listed: v.nullable(date),
	fingerprint: hex(16),
	inputs: list(input),
	parameters: v.record(text(), parameter, says('an object')),
	seed: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
	counts: record({
		papers,
		sampled: v.nullable(count),
		themes: whole(1, 32_767),
		leaves: whole(1, 32_767),
		dated: count,
		withTeamSize: count,
		withAbstract: count,
		rejected: count,
		duplicates: count
	}),
	named: v.exactOptional(record(v.entriesFromList(nameDimensions, count))),
	alike: v.exactOptional(list(among(distinctions))),
	span: v.nullable(record({ first: date, last: date })),
	years: v.nullable(record({ first: whole(years.first, years.last), last: whole(years.first, years.last) })),
	granularity: among(periodUnits),
	quality: record({
		coherence: v.nullable(real(-unit, unit)),
		diversity: v.nullable(real(0, 1)),
		silhouette: v.nullable(real(-unit, unit)),
		inertia: real()
	}),
	notices: list(text(kept), 1000),
	asGood: v.exactOptional(v.nullable(numberRange)),
	themes: list(record({ themeId, label: text(), papers: count, terms: list(text(), 1000) })),
	tree: list(
		record({
			themeId,
			parentId: v.nullable(themeId),
			label: text(),
			papers: count,
			centre: v.exactOptional(v.strictTuple([real(0, 1), real(0, 1)], says('a place on the map'))),
			names: v.exactOptional(list(record({ terms: list(text(), 2), papers: count, others: count }), 100))
		})
	),
	overview: record({
		unit: among(['month', 'quarter', 'year'] as const),
		papers: count,
		themes: list(record({ themeId, papers })),
		trend: list(record({ themeId, period, placement, papers })),
		team: list(record({ teamSize, papers })),
		teamByTheme: list(record({ themeId, teamSize, papers })),
		teamOverTime: list(record({ period, placement, teamSize, papers }))
	}),
	tables: list(tableSummary),
	files: list(file)
});
