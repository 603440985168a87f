import { languageCodes, type LanguageChoice } from './language-names.ts';
import { foldsAccents } from '../dataset/compatible.ts';
import type { Manifest } from '../dataset/manifest.ts';

/** What a corpus is told about words. */
export interface WordRules {
	/** Words to leave out beside function words, readable; neither themes nor searches know them. */
	readonly stopWords: readonly string[];
	/** Whose function words are left out. */
	readonly language: LanguageChoice;
	/** Forms that stand for one term, group by group, the one to show first: `large language model = LLM, LLMs`. */
	readonly synonyms: readonly string[];
	/** Words and phrases that neither shape nor name themes; searches find them all the same. */
	readonly exclusions: readonly string[];
}

export const noRules: WordRules = { stopWords: [], language: 'auto', synonyms: [], exclusions: [] };

/** Whether rules say anything. */
export const sayAnything = ({ stopWords, language, synonyms, exclusions }: WordRules): boolean =>
	language !== 'auto' || stopWords.length + synonyms.length + exclusions.length > 0;

/** The rules that a dataset states; one from before there were any states none. */
export function rulesOf({ parameters }: Pick<Manifest, 'parameters'>): WordRules {
	const list = (value: unknown) => (Array.isArray(value) ? (value as string[]) : []);
	const { stopWords, language, synonyms, exclusions } = parameters;
	return {
		stopWords: list(stopWords),
		language: languageCodes.find((code) => code === language) ?? 'auto',
		synonyms: list(synonyms),
		exclusions: list(exclusions)
	};
}

/** What searches of a corpus follow. */
export interface SearchRules extends WordRules {
	/** `apart` where the search index is of a version that tells letters with accents from those without. */
	readonly accents?: 'apart';
}

/** The rules by which searches know words: what is excluded from themes is not from them. */
export const searchRulesOf = (manifest: Pick<Manifest, 'parameters' | 'schemaVersion'>): SearchRules => ({
	...rulesOf(manifest),
	exclusions: [],
	...(foldsAccents(manifest.schemaVersion) ? {} : { accents: 'apart' as const })
});

/**
 * The words of a list as people write one: parted by spaces, commas or line ends, `#` begins a comment. In lower case
 * and code-unit order, each once, so that two lists with the same words give the same dataset.
 */
export function wordList(text: string): string[] {
	const words = text
		.replace(/^\uFEFF/, '')
		.replace(/#.*$/gm, '')
		.toLowerCase()
		.split(/[\s,;]+/u)
		.filter((word) => word !== '');
	return [...new Set(words)].sort();
}
