import { checkpoint, type Hooks } from '../../source/hooks.ts';
import { noRules, type SearchRules, type WordRules } from '../../words/word-rules.ts';
import { clean } from '../text/clean.ts';
import { Collector } from '../text/collector.ts';
import { languages } from '../text/languages.ts';
import { Lexicon } from '../text/lexicon.ts';
import type { PaperText } from '../model.ts';
import { scan } from '../text/scan.ts';
import { indexStem } from '../text/stem.ts';
import { termsOf } from './terms.ts';
import { TermSink } from './term-sink.ts';
import { type CloseTokeniser, type TokenisedPapers, breakId } from '../text/tokens.ts';

/** Papers between two checkpoints: some tens of milliseconds. */
const chunk = 500;

/**
 * A tokeniser with its own numbering.
 * @param keep whether all that can be searched for is kept: the function words of languages other than English,
 * numbers with letters in them, and the words that terms take the place of
 */
export function createTokeniser(
	rules: WordRules = noRules,
	{ keep = false }: { keep?: boolean } = {}
): CloseTokeniser {
	const lexicon = new Lexicon(rules);
	const collector = new Collector(lexicon, keep);
	const terms = termsOf(rules);
	const termSink = terms && new TermSink(terms, collector, keep ? lexicon : null);
	const sink = termSink ?? collector;
	let language: number = languages.usual;
	let titleEnd = 0;

	function tokenise(paper: PaperText): Int32Array {
		collector.clear();
		if (termSink) termSink.parts = [];
		scan(clean(paper.title), sink);
		sink.end();
		titleEnd = collector.position;
		scan(clean(paper.abstract), sink);
		sink.end();
		language = rules.language === 'auto' ? collector.language() : languages.usual;
		if (language !== languages.usual && !keep) collector.drop(language);
		return collector.ids.subarray(0, collector.length);
	}

	function content(): Int32Array {
		if (language !== languages.usual) collector.drop(language);
		return collector.ids.subarray(0, collector.length);
	}

	const { stems, surfaces, stemOfSurface } = lexicon;
	return {
		...{ stems, surfaces, stemOfSurface, ties: collector.ties, tokenise, content },
		positions: () => collector.positions.subarray(0, collector.length),
		tieIds: () => collector.tieIds.subarray(0, collector.length),
		titleLength: () => collector.lengthBefore(titleEnd),
		language: () => language,
		parts: () => termSink?.parts ?? []
	};
}

/** The words that a paper can be searched for; the tokeniser must keep all. Valid until its next paper. */
export function searchableWords(tokeniser: CloseTokeniser, paper: PaperText): Int32Array {
	const all = tokeniser.tokenise(paper);
	const parts = tokeniser.parts();
	return parts.length === 0 ? all : Int32Array.from([...all, ...parts]);
}

/** Tokens of many papers, end to end. */
class TokenStore {
	length = 0;
	surfaceIds = new Int32Array(1 << 16);
	tieIds = new Uint8Array(1 << 16);

	append(surfaceIds: Int32Array, tieIds: Uint8Array): void {
		const end = this.length + surfaceIds.length;
		if (end > this.surfaceIds.length) {
			const [ids, ties] = [this.surfaceIds, this.tieIds];
			this.surfaceIds = new Int32Array(end * 2);
			this.surfaceIds.set(ids);
			this.tieIds = new Uint8Array(end * 2);
			this.tieIds.set(ties);
		}
		this.surfaceIds.set(surfaceIds, this.length);
		this.tieIds.set(tieIds, this.length);
		this.length = end;
	}
}

/** Tokens of papers that are held together, as the model is fitted on them. */
export async function tokenisePapers(
	papers: readonly PaperText[],
	rules: WordRules,
	hooks: Hooks = {}
): Promise<TokenisedPapers> {
	const tokeniser = createTokeniser(rules);
	const offsets = new Int32Array(papers.length + 1);
	const spoken = new Uint8Array(papers.length);
	const titleLengths = new Int32Array(papers.length);
	const store = new TokenStore();
	for (const [index, paper] of papers.entries()) {
		if (index % chunk === 0) {
			await checkpoint(hooks, { stage: 'vocabulary', done: index, total: papers.length });
		}
		store.append(tokeniser.tokenise(paper), tokeniser.tieIds());
		offsets[index + 1] = store.length;
		spoken[index] = tokeniser.language();
		titleLengths[index] = tokeniser.titleLength();
	}
	await checkpoint(hooks, { stage: 'vocabulary', done: papers.length, total: papers.length });
	return {
		stems: tokeniser.stems,
		surfaces: tokeniser.surfaces,
		stemOfSurface: Int32Array.from(tokeniser.stemOfSurface),
		offsets,
		surfaceIds: store.surfaceIds.slice(0, store.length),
		tieIds: store.tieIds.slice(0, store.length),
		ties: tokeniser.ties,
		languages: spoken,
		titleLengths,
		keywords: countKeywords(papers, rules)
	};
}

/** Counts the papers whose authors give each keyword, by its stems. */
function countKeywords(papers: readonly PaperText[], rules: WordRules): Map<string, number> {
	const tokeniser = createTokeniser(rules);
	const known = new Map<string, string>();
	const stemsOf = (keyword: string): string => {
		const ids = tokeniser.tokenise({ title: keyword, abstract: '' });
		return Array.from(ids, (id) => tokeniser.stems[tokeniser.stemOfSurface[id] as number]).join(' ');
	};
	const counts = new Map<string, number>();
	for (const { keywords = [] } of papers) {
		const own = keywords.filter(({ kind }) => kind === 'author').map(({ keyword }) => keyword);
		for (const keyword of own) if (!known.has(keyword)) known.set(keyword, stemsOf(keyword));
		for (const stems of new Set(own.map((keyword) => known.get(keyword) as string))) {
			counts.set(stems, (counts.get(stems) ?? 0) + 1);
		}
	}
	return counts;
}

/** How searches of a corpus know a stem. */
export const searchStem = (stem: string, { accents }: SearchRules): string =>
	accents === 'apart' ? stem : indexStem(stem);

/**
 * The distinct stems a search query asks for, in its order, cut exactly as papers are; the forms of a term ask for
 * the term.
 * @param rules those that searches of the corpus follow
 */
export function searchStems(query: string, rules: SearchRules = noRules): string[] {
	const tokeniser = createTokeniser(rules, { keep: true });
	const found = new Set<string>();
	for (const id of tokeniser.tokenise({ title: query, abstract: '' })) {
		if (id === breakId) continue;
		found.add(searchStem(tokeniser.stems[tokeniser.stemOfSurface[id] as number] as string, rules));
	}
	return [...found];
}
