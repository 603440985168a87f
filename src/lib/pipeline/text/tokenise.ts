import { checkpoint, type Hooks } from '../../dataset/hooks.ts';

import { clean } from './clean.ts';
import { Collector } from './collector.ts';
import { languages } from './languages.ts';
import { Lexicon } from './lexicon.ts';
import type { PaperText } from '../model.ts';
import { scan } from './scan.ts';
import type { CloseTokeniser, TokenisedPapers } from './tokens.ts';

/** Papers between two checkpoints: some tens of milliseconds. */
const chunk = 500;

/**
 * A tokeniser with its own numbering.
 * @param stopWords words to leave out beside the built-in ones
 * @param keep whether the function words of languages other than English stay, so that they can be searched for
 */
export function createTokeniser(
	stopWords: readonly string[] = [],
	{ keep = false }: { keep?: boolean } = {}
): CloseTokeniser {
	const lexicon = new Lexicon(stopWords);
	const collector = new Collector(lexicon);
	let language: number = languages.usual;

	function tokenise(paper: PaperText): Int32Array {
		collector.clear();
		scan(clean(paper.title), collector);
		collector.stop();
		scan(clean(paper.abstract), collector);
		language = collector.language();
		if (language !== languages.usual && !keep) collector.drop(language);
		return collector.ids.subarray(0, collector.length);
	}

	function content(): Int32Array {
		if (language !== languages.usual) collector.drop(language);
		return collector.ids.subarray(0, collector.length);
	}

	const { stems, surfaces, stemOfSurface } = lexicon;
	const tieIds = () => collector.tieIds.subarray(0, collector.length);
	const { ties } = collector;
	return { stems, surfaces, stemOfSurface, ties, tokenise, tieIds, language: () => language, content };
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
	stopWords: readonly string[],
	hooks: Hooks = {}
): Promise<TokenisedPapers> {
	const tokeniser = createTokeniser(stopWords);
	const offsets = new Int32Array(papers.length + 1);
	const spoken = new Uint8Array(papers.length);
	const store = new TokenStore();
	for (const [index, paper] of papers.entries()) {
		if (index % chunk === 0) {
			await checkpoint(hooks, { stage: 'vocabulary', done: index, total: papers.length });
		}
		store.append(tokeniser.tokenise(paper), tokeniser.tieIds());
		offsets[index + 1] = store.length;
		spoken[index] = tokeniser.language();
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
		languages: spoken
	};
}
