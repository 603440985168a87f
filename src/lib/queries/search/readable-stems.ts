import { allPapers } from '../sql/all-papers.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, text, type Statement } from '../../engine/statement.ts';
import type { SearchRules } from '../../words/word-rules.ts';
import { formsOf, termStem } from '../../pipeline/terms/terms.ts';
import { searchStem } from '../../pipeline/terms/tokenise.ts';
import { quoteInteger, quoteTexts } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import { partWith, tableIn } from '../sql/tables.ts';
import { WordForms } from './word-forms.ts';
import { WordKeys } from './word-keys.ts';

/** Papers looked at for each stem: titles of those that use it most, and texts of fewer where no title has it. */
const titlesLookedAt = 80;
const textsLookedAt = 3;

interface TitleOf {
	stem: string;
	paperId: number;
	title: string;
}

/** The papers that use each stem most, equal ones by their ids; their titles are fetched for these alone. */
function titlesQuery(part: number, stems: readonly string[]): Statement<TitleOf> {
	const rank = 'CAST(p.frequency AS DOUBLE) * 2147483648 - p.paper_id';
	const most =
		`SELECT t.term AS stem, max_by(p.paper_id, ${rank}, ${quoteInteger(titlesLookedAt)}) AS ids ` +
		`FROM ${tableIn('postings', part)} p JOIN ${tableIn('terms', part)} t ON t.term_id = p.term_id ` +
		`WHERE t.term IN ${quoteTexts(stems)} GROUP BY t.term`;
	return select(
		{ stem: text, paperId: number, title: text },
		{ stem: 'stem', paperId: 'paper_id', title: 'x.title' },
		`FROM (SELECT stem, unnest(ids) AS paper_id, generate_subscripts(ids, 1) AS place FROM (${most})) ` +
			`JOIN ${allPapers} x USING (paper_id) ORDER BY stem, place`
	);
}

function abstractQuery(part: number, paperId: number): Statement<{ abstract: string }> {
	return select(
		{ abstract: text },
		{ abstract: 'abstract' },
		`FROM ${tableIn('paper_texts', part)} WHERE paper_id = ${quoteInteger(paperId)}`
	);
}

/** The form to show of each term that has synonyms, by its stem. */
function shownForms(rules: SearchRules): Map<string, string> {
	const forms = rules.synonyms.map((group) => formsOf(group)[0] as string);
	return new Map(forms.map((form) => [searchStem(termStem(form), rules), form]));
}

/**
 * Stems as people read them: the form that titles of the papers that use them most have most often, with the
 * capitals that it usually has; where no title has them, that of a few abstracts. A term with synonyms is shown as they
 * say, and a stem that no paper holds stays as it is.
 */
export async function readableStems(
	host: QueryHost,
	files: readonly DatasetFile[],
	stems: readonly string[],
	rules: SearchRules,
	signal?: AbortSignal
): Promise<Map<string, string>> {
	const byFile = new Map<DatasetFile, string[]>();
	const shown = shownForms(rules);
	for (const stem of stems.filter((some) => !shown.has(some))) {
		const file = partWith(files, 'search', stem);
		if (file) byFile.set(file, [...(byFile.get(file) ?? []), stem]);
	}
	const forms = new WordForms(stems, new WordKeys(rules));
	for (const [file, wanted] of byFile) {
		await host.attach(file, signal);
		const rows = await run(host, titlesQuery(file.part, wanted), signal);
		for (const { stem, title } of rows) forms.add(stem, title);
		for (const stem of wanted.filter((some) => !forms.has(some))) {
			const papers = rows.filter((row) => row.stem === stem).slice(0, textsLookedAt);
			for (const { paperId } of papers) {
				const texts = partWith(files, 'texts', paperId);
				if (!texts) continue;
				await host.attach(texts, signal);
				const [paper] = await run(host, abstractQuery(texts.part, paperId), signal);
				forms.add(stem, paper?.abstract ?? '');
			}
		}
	}
	const readable = (stem: string) => shown.get(stem) ?? forms.commonest(stem) ?? stem;
	return new Map(stems.map((stem) => [stem, readable(stem)]));
}
