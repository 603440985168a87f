import { languages } from './languages.ts';

/** A language in which fewer papers than this are written is a minority's. */
const minorityShare = 0.2;

/**
 * The papers that themes are fitted to, ascending: all but those in languages that few others are written in. A
 * minority's papers are put into the themes of the others by the names, terms and loan words that they share, so
 * that their language does not make a theme of its own.
 * @param spoken language of each paper
 */
export function majorityPapers(spoken: Uint8Array): Int32Array {
	const papers = new Int32Array(languages.count);
	for (const language of spoken) papers[language] = (papers[language] as number) + 1;
	const most = Math.max(...papers);
	const isMinority = Array.from(
		papers,
		(count, language) => language !== languages.usual && count < most && count < minorityShare * spoken.length
	);
	return Int32Array.from(spoken.keys()).filter((paper) => !isMinority[spoken[paper] as number]);
}
