import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { BatchAppender, type StoredColumn } from '../../src/cli/dataset/chunks.ts';
import { startEngine } from '../../src/cli/dataset/engine.ts';
import type { Columns, RowOf } from '../../src/cli/steps/arrow.ts';
import { assignColumns, assignItems, type assignInput } from '../../src/cli/steps/assign.ts';
import { fitJob } from '../../src/cli/steps/fit.ts';
import { countTerms, indexColumns, indexTerms } from '../../src/cli/steps/index-terms.ts';
import { mergeColumns, mergeRecords } from '../../src/cli/steps/merge.ts';
import { publishJob } from '../../src/cli/steps/publish.ts';
import { itemColumns, readFiles } from '../../src/cli/steps/read.ts';
import type { Staging } from '../../src/cli/steps/staging.ts';
import { surveyItems } from '../../src/cli/steps/survey.ts';
import { quoteText } from '../../src/lib/queries/sql/quote.ts';
import type { AnyValue } from '../../src/lib/dataset/rows.ts';
import type { Manifest } from '../../src/lib/dataset/manifest.ts';

const stored = { text: 'VARCHAR', int: 'INTEGER', long: 'VARCHAR', bytes: 'BLOB' } as const;

type Some<C extends Columns> = Partial<RowOf<C>>;

/** Writes rows as Spark does. */
async function keep<C extends Columns>(
	staging: Staging,
	table: string,
	columns: C,
	rows: readonly Some<C>[]
) {
	const engine = await startEngine();
	const named = Object.entries(columns);
	const types: StoredColumn[] = named.map(([name, type]) => ({ name, type: stored[type], nullable: true }));
	const definition = types.map(({ name, type }) => `"${name}" ${type}`).join(', ');
	await engine.connection.run(`CREATE TABLE rows_of (${definition})`);
	const appender = new BatchAppender(await engine.connection.createAppender('rows_of'), types);
	const value = (one: unknown) => (typeof one === 'bigint' ? String(one) : (one ?? null)) as AnyValue;
	const values = named.map(([name]) => [name, rows.map((row) => value(row[name]))]);
	appender.append({ length: rows.length, columns: Object.fromEntries(values) });
	appender.close();
	mkdirSync(staging.path(table), { recursive: true });
	const selected = named.map(([name, type]) => `"${name}"${type === 'long' ? '::BIGINT' : ''} AS "${name}"`);
	const path = quoteText(join(staging.path(table), 'part.parquet'));
	await engine.connection.run(
		`COPY (SELECT ${selected.join(', ')} FROM rows_of) TO ${path} (FORMAT parquet)`
	);
	engine.close();
}

async function* stream<R>(rows: Iterable<R>): AsyncGenerator<R> {
	yield* rows;
}

async function gathered<R>(rows: AsyncIterable<R>): Promise<R[]> {
	const all: R[] = [];
	for await (const row of rows) all.push(row);
	return all;
}

const byNumber = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
const keyNames = ['id', 'doi', 'text', 'title_year'] as const;

/** For each record that shares a key with another, the least record that it is joined to. */
function components(
	keys: readonly { record: bigint; stated: readonly (bigint | null)[] }[]
): Map<bigint, bigint> {
	const parent = new Map(keys.map(({ record }) => [record, record]));
	const root = (record: bigint): bigint => {
		const above = parent.get(record)!;
		return above === record ? record : root(above);
	};
	const heads = new Map<string, bigint>();
	const shared = new Set<bigint>();
	for (const { record, stated } of keys)
		for (const [kind, value] of stated.entries()) {
			if (value === null) continue;
			const head = heads.get(`${kind} ${value}`);
			if (head === undefined) heads.set(`${kind} ${value}`, record);
			else {
				shared.add(head).add(record);
				const [a, b] = [root(head), root(record)].sort(byNumber) as [bigint, bigint];
				parent.set(b, a);
			}
		}
	return new Map([...shared].map((record) => [record, root(record)]));
}

/** What Spark does between the steps of a build, in one process and in plain loops. */
export async function stepsInOne(
	staging: Staging,
	files: readonly { path: string; content: Uint8Array }[],
	out: string,
	ranges: number
): Promise<Manifest> {
	// Neither files nor items come in their order.
	const items = await gathered(readFiles(stream([...files].reverse()), staging));
	const parts = items
		.filter(({ kind }) => kind === 'part')
		.map(({ item }) => item!)
		.sort(byNumber);
	const fileOf = (item: bigint) => parts.findIndex((part) => part >> 28n === item >> 28n);
	const asked = items
		.filter(({ kind }) => kind === 'item')
		.map(({ item, blob }) => ({ item, file: fileOf(item!), blob }));
	const halves = [asked.filter((_, place) => place % 2 === 0), asked.filter((_, place) => place % 2 === 1)];
	const surveyed = (
		await Promise.all(halves.map((half) => gathered(surveyItems(stream(half), staging))))
	).flat();
	const counted = surveyed.filter(({ kind }) => kind === 'item').sort((a, b) => byNumber(a.item!, b.item!));
	const facts = [...items.filter(({ kind }) => kind === 'part'), ...counted];
	await keep(staging, 'facts', itemColumns, facts);
	const first = new Map<bigint, bigint>();
	let before = 0n;
	for (const { item, place } of counted) {
		first.set(item!, before);
		before += BigInt(place!);
	}
	const recordOf = ({ item, place }: { item?: bigint | null; place?: number | null }) =>
		first.get(item!)! + BigInt(place!);
	const keys = surveyed
		.filter(({ kind }) => kind === 'key')
		.map((row) => ({ row, record: recordOf(row), stated: keyNames.map((name) => row[name] ?? null) }));
	const component = components(keys);
	const toMerge = keys
		.filter(({ record }) => component.has(record))
		.map(({ row, record }) => ({
			...{ component: component.get(record)!, record, item: row.item!, place: row.place! },
			...{ file: row.file!, blob: row.blob! }
		}))
		.sort((a, b) => byNumber(a.component, b.component) || byNumber(a.record, b.record));
	const dropped = await gathered(mergeRecords(stream(toMerge)));
	await keep(staging, 'dropped', mergeColumns, dropped);
	const isDropped = new Set(dropped.map(({ item, place }) => `${item} ${place}`));
	const candidates = surveyed
		.filter(({ kind }) => kind === 'text')
		.map((row) => ({
			...row,
			record: recordOf(row),
			dropped: isDropped.has(`${row.item} ${row.place}`) ? 1 : 0
		}));
	const columns = { rank: 'long', record: 'long', dropped: 'int', blob: 'bytes' } as const;
	await keep(staging, 'candidates', columns, candidates);
	await fitJob(ranges, staging);
	const engine = await startEngine();
	const plan = await engine.connection.runAndReadAll(
		`SELECT item::VARCHAR AS item, "range", first_id, papers, dropped, orders FROM read_parquet(${quoteText(staging.path('plan', '*.parquet'))}) ORDER BY item::BIGINT`
	);
	const blobs = new Map(asked.map(({ item, blob }) => [String(item), blob]));
	const planned = plan.getRows().map(([item, range, first_id, papers, flags, orders]) => ({
		...{ range, first_id, papers, orders, blob: blobs.get(item as string)! },
		dropped: (flags as { bytes: Uint8Array } | null)?.bytes ?? null
	})) as RowOf<typeof assignInput>[];
	engine.close();
	const tasks = [...new Set(planned.map(({ range }) => range))].map((range) =>
		planned.filter((row) => row.range === range)
	);
	const assigned: Some<typeof assignColumns>[] = [];
	for (const task of tasks.reverse()) assigned.push(...(await gathered(assignItems(stream(task), staging))));
	await keep(staging, 'assigned', assignColumns, assigned);
	const pieces = assigned
		.filter(({ kind }) => kind === 'terms')
		.map(({ target, range, piece, blob }) => ({ target: target!, range: range!, piece: piece!, blob: blob! }))
		.sort((a, b) => a.target - b.target || a.range - b.range || a.piece - b.piece);
	const numbers = new Map<number, number>();
	let terms = 0;
	for (const { target, terms: more } of await gathered(countTerms(stream(pieces)))) {
		numbers.set(target!, terms);
		terms += more!;
	}
	const numbered = pieces.map((piece) => ({ ...piece, first_term: numbers.get(piece.target)! }));
	await keep(staging, 'indexed', indexColumns, await gathered(indexTerms(stream(numbered), staging)));
	return publishJob(out, staging, new AbortController().signal);
}
