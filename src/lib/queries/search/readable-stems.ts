import { folded } from '../../base/fold.ts';
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

function commonest(forms: ReadonlyMap<string, number>): string | undefined {
	const [best] = [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return best?.[0];
}

/** The form to show of each term that has synonyms, by its stem. */
function shownForms(rules: SearchRules): Map<string, string> {
	const forms = rules.synonyms.map((group) => formsOf(group)[0] as string);
	return new Map(forms.map((form) => [searchStem(termStem(form), rules), form]));
}

/**
 * Stems as people read them: the form that titles of the papers that use them most have most often, in lower case;
 * where no title has them, that of a few abstracts. A term with synonyms is shown as they say, and a stem that no paper
 * holds stays as it is.
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
	const keys = new WordKeys(rules);
	const forms = new Map(stems.map((stem) => [stem, new Map<string, number>()]));
	const count = (stem: string, text: string) => {
		const counts = forms.get(stem);
		for (const { key, from, to } of keys.of(text)) {
			const form = folded(text.slice(from, to)).toLowerCase();
			if (counts && key === stem) counts.set(form, (counts.get(form) ?? 0) + 1);
		}
	};
	for (const [file, wanted] of byFile) {
		await host.attach(file, signal);
		const rows = await run(host, titlesQuery(file.part, wanted), signal);
		for (const { stem, title } of rows) count(stem, title);
		for (const stem of wanted.filter((some) => forms.get(some)?.size === 0)) {
			const papers = rows.filter((row) => row.stem === stem).slice(0, textsLookedAt);
			for (const { paperId } of papers) {
				const texts = partWith(files, 'texts', paperId);
				if (!texts) continue;
				await host.attach(texts, signal);
				const [paper] = await run(host, abstractQuery(texts.part, paperId), signal);
				count(stem, paper?.abstract ?? '');
			}
		}
	}
	const readable = (stem: string) => shown.get(stem) ?? commonest(forms.get(stem) ?? new Map()) ?? stem;
	return new Map(stems.map((stem) => [stem, readable(stem)]));
}
