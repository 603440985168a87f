import natural from 'natural/lib/natural/util/stopwords.js';

import { folded } from '../../base/fold.ts';
import type { LanguageChoice } from '../../words/language-names.ts';
import { functionWordOf, languageOfCode } from './languages.ts';
import { stem } from './stem.ts';

/** English function words that the list of `natural` lacks. */
const functionWords = `
	above across against al albeit almost alone along already although always amid among amongst anybody anyone
	anything anywhere apart around aside away beside besides beyond cannot despite done down either else elsewhere
	enough especially etc even ever every everyone everything everywhere except hence hers herself however indeed
	instead inside just lest let may maybe mine moreover mostly namely near nearly neither nevertheless no nobody
	none nonetheless nor not nothing notwithstanding nowhere off often once one onto otherwise outside per perhaps
	quite rather really regarding shall somebody someone something sometimes somewhat somewhere soon than thence
	thereby therefore therein though throughout thus together toward towards two unless unlike unto upon us using
	usually versus via viz whatever whenever whereas whereby wherein whereupon wherever whether whichever whoever
	whole whose will within without yet yourselves am is are was were being having did doing
`;

/** Decides which words carry no content in any paper. */
interface StopWords {
	/** Whether a lower-case word is an English function word. */
	isEnglish(word: string): boolean;
	/** Whether a lower-case word is left out of every paper: a function word of the one language there is, or of English. */
	isCommon(word: string): boolean;
	/** Whether a stem is one of the user's. */
	isOwn(stemmed: string): boolean;
}

/**
 * The built-in function words, and the user's own.
 * @param own readable words; every form of such a word is one ("model" stops "models" too)
 * @param language the language of all papers, where it is not told paper by paper
 */
export function createStopWords(own: readonly string[], language: LanguageChoice = 'auto'): StopWords {
	const words = new Set([...natural.words, ...functionWords.split(/\s+/)]);
	const stems = new Set(
		own
			.flatMap((entry) =>
				folded(entry)
					.toLowerCase()
					.split(/[\s-]+/)
			)
			.map(stem)
	);
	stems.delete('');
	const isEnglish = (word: string) => words.has(word);
	const bit = language === 'auto' ? 1 : 1 << languageOfCode(language);
	const isCommon = bit === 1 ? isEnglish : (word: string) => (functionWordOf(word) & bit) !== 0;
	return { isEnglish, isCommon, isOwn: (stemmed) => stems.has(stemmed) };
}
