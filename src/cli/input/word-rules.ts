import { existsSync, readFileSync } from 'node:fs';

import { languageCodes } from '../../lib/words/language-names.ts';
import { type WordRules, wordList } from '../../lib/words/word-rules.ts';
import { longestWord } from '../../lib/pipeline/text/scan.ts';
import { readExclusions, readSynonyms, TermListError } from '../../lib/pipeline/terms/lists.ts';
import { CommandError } from '../errors.ts';
import { oneOf } from '../arguments.ts';

/** What a corpus can be told about words, as the command explains it. */
export const wordsUsage = `  --language CODE      whose function words ("the", "and") are left out: those of the language that each paper is
                       written in (auto), or in all papers those of one:
                       ${languageCodes.join(', ')}
  --stop-words FILE    more words to leave out, which searches do not know either; # begins a comment
  --exclude TERMS      words and phrases that neither shape nor name themes, wherever they stand whole; searches find
                       them all the same. "social media" leaves "social" alone, and a longer synonym that holds an
                       excluded word stays. A file with a term on each line, or a list parted by commas
  --synonyms FILE      forms of one term, a group on each line, the form to show first, such as
                       large language model = LLM, generative language model
                       Themes take them for one term of that name, and a search for any of them finds all. Plurals
                       and hyphens need no mention; a form that is a common word otherwise (US) counts in capitals
                       only. Both are recorded, and "assign" follows them`;

export const wordOptions = {
	language: { type: 'string', default: 'auto' },
	'stop-words': { type: 'string' },
	exclude: { type: 'string' },
	synonyms: { type: 'string' }
} as const;

/** Values of these options. */
export interface WordValues {
	language: string;
	'stop-words'?: string | undefined;
	exclude?: string | undefined;
	synonyms?: string | undefined;
}

function textOf(option: string, path: string): string {
	if (!existsSync(path)) throw new CommandError(`--${option}: there is no file ${path}.`);
	return readFileSync(path, 'utf8');
}

/** What a list of terms says; an error names where it stands. */
function termsIn(where: string, text: string, read: (text: string) => string[]): string[] {
	try {
		return read(text);
	} catch (error) {
		if (error instanceof TermListError) throw new CommandError(`${where}, ${error.message}`);
		throw error;
	}
}

const looksLikePath = (value: string) => /[\\/]|\.[a-z]{1,5}$/i.test(value);

function exclusionsFrom(value: string): string[] {
	if (!existsSync(value) && !looksLikePath(value)) return termsIn('--exclude', value, readExclusions);
	return termsIn(value, textOf('exclude', value), readExclusions);
}

function stopWordsFrom(path: string): string[] {
	const words = wordList(textOf('stop-words', path));
	const long = words.find((word) => word.length > longestWord);
	if (long === undefined) return words;
	throw new CommandError(
		`--stop-words: ${path} has a word of ${long.length} characters, and texts are read as if they had none over ${longestWord}. Part words by spaces, commas or line ends.`
	);
}

/**
 * @throws UsageError for a language that is not known
 * @throws CommandError for a file that is not there or a line that makes no sense, with its number
 */
export function wordRulesFrom(values: WordValues): WordRules {
	const { language, 'stop-words': stopWords, exclude, synonyms } = values;
	return {
		language: oneOf('language', language, ['auto', ...languageCodes]),
		stopWords: stopWords === undefined ? [] : stopWordsFrom(stopWords),
		exclusions: exclude === undefined ? [] : exclusionsFrom(exclude),
		synonyms: synonyms === undefined ? [] : termsIn(synonyms, textOf('synonyms', synonyms), readSynonyms)
	};
}
