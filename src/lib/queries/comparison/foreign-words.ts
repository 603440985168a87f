import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, type Statement } from '../../engine/statement.ts';
import { functionStemOf } from '../../pipeline/text/function-stems.ts';
import { languages } from '../../pipeline/text/languages.ts';
import { dropTable } from '../sql/id-table.ts';
import { quoteInteger } from '../sql/quote.ts';
import { command, select } from '../sql/statement.ts';
import { tableIn } from '../sql/tables.ts';

interface IndexedTerm {
	termId: number;
	term: string;
}

/** Different function words of a language that a paper holds before it counts as written in it. */
const leastWords = 6;
/** Of “et al.”, whose other word no index has: a function word wherever it stands. */
const citing = 'et';
/** Rows in one statement. */
const chunk = 1000;

/** Terms that are function words of a language beside English, once for each such language. */
function candidates(terms: readonly IndexedTerm[]): { termId: number; language: number }[] {
	return terms.flatMap(({ termId, term }) => {
		const mask = functionStemOf(term);
		const found: { termId: number; language: number }[] = [];
		for (let language = languages.first; mask !== 0 && language < languages.count; language++)
			if ((mask >> language) & 1) found.push({ termId, language });
		return found;
	});
}

/** Terms of a part that are function words in half of the papers that hold them. */
const foreignQuery = (name: string, part: number): Statement<{ termId: number }> =>
	select(
		{ termId: number },
		{ termId: 'term_id' },
		`FROM (SELECT p.term_id FROM ${tableIn('postings', part)} p JOIN ${name}_words w ON w.term_id = p.term_id ` +
			`LEFT JOIN ${name}_written l ON l.paper_id = p.paper_id AND l.language = w.language ` +
			'GROUP BY p.term_id, w.language HAVING 2 * count(l.paper_id) >= count(*)) GROUP BY term_id'
	);

async function createTables(
	host: QueryHost,
	name: string,
	words: readonly { termId: number; language: number }[],
	parts: readonly DatasetFile[],
	signal?: AbortSignal
): Promise<void> {
	await host.execute(command(`CREATE TEMP TABLE ${name}_words (term_id INTEGER, language INTEGER)`));
	for (let start = 0; start < words.length; start += chunk) {
		const rows = words
			.slice(start, start + chunk)
			.map(({ termId, language }) => `(${quoteInteger(termId)}, ${quoteInteger(language)})`);
		await host.execute(command(`INSERT INTO ${name}_words VALUES ${rows.join(', ')}`));
	}
	await host.execute(
		command(`CREATE TEMP TABLE ${name}_held (paper_id INTEGER, language INTEGER, words INTEGER)`)
	);
	for (const file of parts) {
		await host.attach(file, signal);
		await host.execute(
			command(
				`INSERT INTO ${name}_held SELECT p.paper_id, w.language, count(*) FROM ${tableIn('postings', file.part)} p ` +
					`JOIN ${name}_words w ON w.term_id = p.term_id GROUP BY p.paper_id, w.language`
			)
		);
	}
	await host.execute(
		command(
			`CREATE TEMP TABLE ${name}_written AS SELECT paper_id, language FROM ${name}_held ` +
				`GROUP BY paper_id, language HAVING sum(words) >= ${quoteInteger(leastWords)}`
		)
	);
}

/**
 * The ids of terms that are function words of another language than English where they stand: at least half of the
 * papers that hold them are written in it, as six of its function words show. “et” is one everywhere.
 * @param name under which tables are made and dropped
 * @param parts of the search index
 */
export async function foreignWords(
	host: QueryHost,
	name: string,
	terms: readonly IndexedTerm[],
	parts: readonly DatasetFile[],
	signal?: AbortSignal
): Promise<Set<number>> {
	const words = candidates(terms);
	const found = new Set(terms.filter(({ term }) => term === citing).map(({ termId }) => termId));
	if (words.length < leastWords) return found;
	try {
		await createTables(host, name, words, parts, signal);
		for (const file of parts) {
			await host.attach(file, signal);
			for (const { termId } of await run(host, foreignQuery(name, file.part), signal)) found.add(termId);
		}
		return found;
	} finally {
		for (const table of ['words', 'held', 'written']) await host.execute(dropTable(`${name}_${table}`));
	}
}
