import type { DatasetFile } from '../dataset/manifest.ts';
import { run, type QueryHost } from '../dataset/query-host.ts';
import { text, type Statement } from '../dataset/statement.ts';
import { quoteInteger, quoteTexts } from './quote.ts';
import { select } from './statement.ts';
import { partWith, tableIn } from './tables.ts';
import { WordKeys } from './word-keys.ts';

/** Papers looked at for each stem: those that use it most. */
const papersLookedAt = 80;

interface TitleOf {
	stem: string;
	title: string;
}

function titlesQuery(part: number, stems: readonly string[]): Statement<TitleOf> {
	return select(
		{ stem: text, title: text },
		{ stem: 'stem', title: 'title' },
		`FROM (SELECT t.term AS stem, x.title AS title, ` +
			`row_number() OVER (PARTITION BY t.term_id ORDER BY p.frequency DESC, p.paper_id) AS place ` +
			`FROM ${tableIn('postings', part)} p JOIN ${tableIn('terms', part)} t ON t.term_id = p.term_id ` +
			`JOIN ${tableIn('papers')} x ON x.paper_id = p.paper_id WHERE t.term IN ${quoteTexts(stems)}) ` +
			`WHERE place <= ${quoteInteger(papersLookedAt)} ORDER BY stem, place`
	);
}

function commonest(forms: ReadonlyMap<string, number>): string | undefined {
	const [best] = [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return best?.[0];
}

/**
 * Stems as people read them: the form that titles of the papers that use them most have most often, in lower case.
 * A stem that stands in none of these titles stays as it is.
 */
export async function readableStems(
	host: QueryHost,
	files: readonly DatasetFile[],
	stems: readonly string[],
	stopWords: readonly string[],
	signal?: AbortSignal
): Promise<Map<string, string>> {
	const byFile = new Map<DatasetFile, string[]>();
	for (const stem of stems) {
		const file = partWith(files, 'search', stem);
		if (file) byFile.set(file, [...(byFile.get(file) ?? []), stem]);
	}
	const keys = new WordKeys(stopWords);
	const forms = new Map(stems.map((stem) => [stem, new Map<string, number>()]));
	for (const [file, wanted] of byFile) {
		await host.attach(file, signal);
		for (const { stem, title } of await run(host, titlesQuery(file.part, wanted), signal)) {
			const counts = forms.get(stem);
			for (const { key, from, to } of keys.of(title)) {
				const form = title.slice(from, to).toLowerCase();
				if (counts && key === stem) counts.set(form, (counts.get(form) ?? 0) + 1);
			}
		}
	}
	return new Map(stems.map((stem) => [stem, commonest(forms.get(stem) ?? new Map()) ?? stem]));
}
