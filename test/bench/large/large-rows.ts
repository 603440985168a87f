import type { TableName } from '../../../src/lib/dataset/schema.ts';

/** Papers that are generated and built; each paper of the large dataset is drawn from one of them. */
export const sources = 5000;
/** Unit of the large cube's periods. */
export const granularity = 'quarter';
/** Ten years from 2015 on. */
const [firstDay, days] = ['2015-01-01', 3653];
/** Ids come in blocks, each of which has every source once, put on by so many from block to block. */
const step = 1237;

const sourceOf = (id: string) => `((${id} % ${sources} + ${id} // ${sources} * ${step}) % ${sources})`;
const idOf = (source: string, block: string) =>
	`CAST(${block} * ${sources} + (${source} + ${sources} - ${block} * ${step} % ${sources}) % ${sources} AS INTEGER)`;

/** A number from 0 to 1 that belongs to a paper, one of several. */
const share = (which: number) => `(hash(i.id, ${which}) % 1000003 / 1000003.0)`;
/** Papers of odd themes gather near the end. */
const day = `floor(CASE s.theme_id % 2 WHEN 1 THEN sqrt(${share(1)}) ELSE ${share(1)} END * ${days})`;
const placed = (axis: string, which: number) =>
	`least(greatest(s.${axis} + (${share(which)} - .5) * .04, 0), 1)`;

/** What a paper has of its own; all else is its source's. */
const own: Readonly<Record<string, string>> = {
	paper_id: 'i.id',
	source_id: `'l' || i.id`,
	doi: `'10.5555/l' || i.id`,
	published:
		`CASE WHEN s.date_precision IS NOT NULL THEN CAST(date_trunc(s.date_precision, ` +
		`DATE '${firstDay}' + CAST(${day} AS INTEGER)) AS DATE) END`,
	citations: `CAST(floor(exp(${share(2)} * 6)) - 1 AS INTEGER)`,
	x: placed('x', 3),
	y: placed('y', 4)
};

/** Some columns of the rows that a table has of the papers from `first` to before `end`, in no order. */
function drawn(table: TableName, columns: readonly string[], first: number, end: number): string {
	const isOwn = (name: string) => name === 'paper_id' || table === 'papers';
	const values = columns.map((name) => `${(isOwn(name) && own[name]) || `s."${name}"`} AS "${name}"`);
	return (
		`SELECT ${values.join(', ')} FROM (SELECT CAST(range AS INTEGER) AS id FROM range(${first}, ${end})) i ` +
		`JOIN src.${table} s ON s.paper_id = ${sourceOf('i.id')}`
	);
}

/** The rows that a table has of the papers from `first` to before `end`. */
export function rowsOfPapers(table: TableName, columns: readonly string[], first: number, end: number) {
	const key = columns.includes('position') ? 'paper_id, position' : 'paper_id';
	return `${drawn(table, columns, first, end)} ORDER BY ${key}`;
}

/** The cells of the cube of so many papers. */
export function cellsOfPapers(papers: number): string {
	const columns = ['leaf_id', 'published', 'date_precision', 'team_size'];
	const period = `CAST(date_trunc('${granularity}', published) AS DATE)`;
	return (
		`SELECT leaf_id, ${period} AS period, date_precision, team_size, CAST(count(*) AS INTEGER) ` +
		`FROM (${drawn('papers', columns, 0, papers)}) GROUP BY ALL ORDER BY ALL`
	);
}

/** The rows of the index for the terms from one to another: each row of a source once in every block. */
export function rowsOfIndex(
	table: 'terms' | 'postings' | 'repeats',
	[first, last]: readonly [number, number],
	blocks: number
): string {
	const some = `(SELECT * FROM src.${table} WHERE term_id BETWEEN ${first} AND ${last})`;
	if (table === 'terms') {
		return `SELECT term_id, term, document_frequency * ${blocks} FROM ${some} ORDER BY term_id`;
	}
	const key = table === 'repeats' ? 'term_id, paper_id, position' : 'term_id, paper_id';
	return `SELECT s.* REPLACE (${idOf('s.paper_id', 'b.range')} AS paper_id) FROM range(${blocks}) b, ${some} s ORDER BY ${key}`;
}
