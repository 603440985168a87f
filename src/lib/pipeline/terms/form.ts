import { folded } from '../../base/fold.ts';
import { functionWordOf } from '../text/languages.ts';
import { scan } from '../text/scan.ts';
import { createStopWords } from '../text/stop-words.ts';

/** A form of a term as the scanner of texts sees it. */
interface Scanned {
	/** Its words, numbers and single letters, as they are written. */
	readonly spellings: readonly string[];
	/** Whether one of them is a word. */
	readonly hasWord: boolean;
	/** Whether it holds a sign at which phrases end. */
	readonly isCut: boolean;
}

function scanned(form: string): Scanned {
	const spellings: string[] = [];
	let [hasWord, isCut] = [false, false];
	const take = (codes: Uint16Array, start: number, end: number) =>
		spellings.push(String.fromCharCode(...codes.subarray(start, end)));
	scan(folded(form), {
		word: (codes, start, end) => {
			take(codes, start, end);
			hasWord = true;
		},
		symbol: take,
		stop: () => (isCut = true),
		end: () => (isCut = true),
		hyphen: () => {},
		overlap: () => {}
	});
	return { spellings, hasWord, isCut };
}

/** Words, numbers and single letters of a form, as they are written. */
export const spellingsOf = (form: string): readonly string[] => scanned(form).spellings;

/** Characters of a term: more than any phrase has. */
const longestForm = 500;

/** Why a text cannot be the form of a term, in words; `null` when it can. */
export function formProblem(form: string): string | null {
	if (form.length > longestForm) return `“${form.slice(0, 20)}…” has more than ${longestForm} characters`;
	const { hasWord, isCut } = scanned(form);
	if (isCut) return `“${form}” has a sign at which terms end; use words, numbers, spaces and hyphens`;
	return hasWord ? null : `“${form}” has no word of two letters or more`;
}

const { isEnglish } = createStopWords([]);

/** Whether a word is a function word of English or of another language. */
export function isFunctionWord(word: string): boolean {
	const lower = word.toLowerCase();
	return isEnglish(lower) || functionWordOf(lower) !== 0;
}
