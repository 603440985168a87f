import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { BatchAppender, type StoredColumn } from '../../src/cli/dataset/chunks.ts';
import { startEngine } from '../../src/cli/dataset/engine.ts';
import type { Columns, RowOf } from '../../src/cli/steps/arrow.ts';
import { accountColumns, accountForFiles } from '../../src/cli/steps/account.ts';
import { assignColumns, assignItems } from '../../src/cli/steps/assign.ts';
import { fitJob } from '../../src/cli/steps/fit.ts';
import { countTerms, indexColumns, indexTerms } from '../../src/cli/steps/index-terms.ts';
import { mergeRecords, type mergeColumns } from '../../src/cli/steps/merge.ts';
import { publishJob } from '../../src/cli/steps/publish.ts';
import type { itemColumns } from '../../src/cli/steps/read.ts';
import type { Staging } from '../../src/cli/steps/staging.ts';
import { surveyItems, type surveyColumns } from '../../src/cli/steps/survey.ts';
import { quoteText } from '../../src/lib/queries/sql/quote.ts';
import type { AnyValue } from '../../src/lib/dataset/rows.ts';
import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import { gathered, readInStretches, stream, type OneFile } from './read-in-stretches.ts';

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

const numberOf = (item: bigint) => item >> 28n;
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

type Item = RowOf<typeof itemColumns>;
type Surveyed = Some<typeof surveyColumns>;
type Dropped = RowOf<typeof mergeColumns>;
type Account = RowOf<typeof accountColumns>;

/** The first number of each of some rows, in their order, by a key. */
function running<R>(rows: readonly R[], keyOf: (row: R) => bigint, countOf: (row: R) => number) {
	let before = 0;
	return new Map(
		rows.map((row) => {
			const entry = [keyOf(row), before] as const;
			before += countOf(row);
			return entry;
		})
	);
}

/** Papers in whose place others are kept, and the papers of which the sample is drawn. */
async function compare(staging: Staging, surveyed: readonly Surveyed[], counted: readonly Surveyed[]) {
	const first = running(
		counted,
		({ item }) => item!,
		({ place }) => place!
	);
	const recordOf = ({ item, place }: Surveyed) => BigInt(first.get(item!)! + place!);
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
	return dropped;
}

/** Adds up the account of each file, and names the rejections. */
async function account(
	staging: Staging,
	parts: readonly Item[],
	surveyed: readonly Surveyed[],
	dropped: readonly Dropped[]
): Promise<Account[]> {
	const counted = surveyed.filter(({ kind }) => kind === 'item');
	const rows = parts.flatMap(({ item, kind, blob }) => {
		const number = numberOf(item!);
		const merged: Record<number, number> = {};
		for (const { item: its, by } of dropped)
			if (numberOf(its!) === number) merged[by!] = (merged[by!] ?? 0) + 1;
		const items = counted.filter((row) => numberOf(row.item!) === number);
		return [
			{ number, kind, merged: JSON.stringify(merged), blob },
			...items.map((row) => ({ number, kind: 'item', merged: null, blob: row.blob! }))
		];
	});
	const accounts = await gathered(accountForFiles(stream(rows), staging));
	await keep(staging, 'account', accountColumns, accounts);
	const rejections = accounts.flatMap(({ number, file }) => {
		const items = counted.filter(({ item }) => numberOf(item!) === number);
		const before = running(
			items,
			({ item }) => item!,
			({ records }) => records!
		);
		return surveyed
			.filter(({ kind, item }) => kind === 'rejection' && numberOf(item!) === number)
			.map(({ item, place, reason, excerpt }) => ({
				...{ file, record: before.get(item!)! + place! + 1 },
				...{ reason: reason!, excerpt: excerpt! }
			}));
	});
	const columns = { file: 'text', record: 'int', reason: 'text', excerpt: 'text' } as const;
	await keep(staging, 'rejections', columns, rejections.reverse());
	return accounts;
}

/** The items in ranges of about as many papers. */
function tasksOf(
	items: readonly Item[],
	counted: readonly Surveyed[],
	dropped: readonly Dropped[],
	accounts: readonly Account[],
	ranges: number
) {
	const placesOf = (item: bigint) =>
		dropped
			.filter((row) => row.item === item)
			.map(({ place }) => place!)
			.sort((a, b) => a - b);
	const kept = ({ item, place }: Surveyed) => place! - placesOf(item!).length;
	const first = running(counted, ({ item }) => item!, kept);
	const total = counted.reduce((sum, row) => sum + kept(row), 0);
	const planned = counted.map((row) => {
		const [number, first_id] = [numberOf(row.item!), first.get(row.item!)!];
		return {
			...{ first_id, range: Math.min(ranges - 1, Math.floor((first_id * ranges) / total)) },
			...{ papers: row.place!, dropped: placesOf(row.item!).join() || null },
			orders: accounts.find((account) => account.number === number)!.orders,
			encoding: items.find(({ kind, item }) => kind === 'part' && numberOf(item!) === number)!.encoding,
			blob: items.find(({ kind, item }) => kind === 'item' && item === row.item)!.blob
		};
	});
	return [...new Set(planned.map(({ range }) => range))].map((range) =>
		planned.filter((row) => row.range === range)
	);
}

/** Writes the search index of the postings that ranges have given. */
async function index(staging: Staging, assigned: readonly Some<typeof assignColumns>[]): Promise<void> {
	const pieces = assigned
		.filter(({ kind }) => kind === 'terms')
		.map(({ target, range, piece, blob }) => ({ target: target!, range: range!, piece: piece!, blob: blob! }))
		.sort((a, b) => a.target - b.target || a.range - b.range || a.piece - b.piece);
	const counts = await gathered(countTerms(stream(pieces)));
	const first = running(
		counts,
		({ target }) => BigInt(target!),
		({ terms }) => terms!
	);
	const numbered = pieces.map((piece) => ({ ...piece, first_term: first.get(BigInt(piece.target))! }));
	await keep(staging, 'indexed', indexColumns, await gathered(indexTerms(stream(numbered), staging)));
}

/**
 * What Spark does between the steps of a build, in one process and in plain loops.
 * @param ranges of papers, and stretches of the alphabet
 * @param stretch bytes of the stretches that large files are cut into
 */
export async function stepsInOne(
	staging: Staging,
	files: readonly OneFile[],
	out: string,
	{ ranges, stretch }: { ranges: number; stretch: number }
): Promise<Manifest> {
	// Neither files nor items come in their order.
	const items = await readInStretches(staging, [...files].reverse(), stretch);
	const parts = items.filter(({ kind }) => kind === 'part').sort((a, b) => byNumber(a.item!, b.item!));
	const asked = items
		.filter(({ kind }) => kind === 'item')
		.map((row) => {
			const file = parts.findIndex(({ item }) => numberOf(item!) === numberOf(row.item!));
			return { item: row.item, file, encoding: parts[file]!.encoding, blob: row.blob };
		});
	const halves = [0, 1].map((half) => asked.filter((_, place) => place % 2 === half));
	const answers = await Promise.all(halves.map((half) => gathered(surveyItems(stream(half), staging))));
	const surveyed = answers.flat();
	const counted = surveyed.filter(({ kind }) => kind === 'item').sort((a, b) => byNumber(a.item!, b.item!));
	const dropped = await compare(staging, surveyed, counted);
	const others = surveyed.filter(({ kind }) => kind !== 'item');
	const accounts = await account(staging, parts, [...counted, ...others], dropped);
	await fitJob(ranges, staging);
	const assigned: Some<typeof assignColumns>[] = [];
	for (const task of tasksOf(items, counted, dropped, accounts, ranges).reverse())
		assigned.push(...(await gathered(assignItems(stream(task), staging))));
	await keep(staging, 'assigned', assignColumns, assigned);
	await index(staging, assigned);
	return publishJob(out, staging, new AbortController().signal);
}
