import { languages } from './languages.ts';
import { breakId, type TokenisedPapers } from './tokens.ts';

/** A language in which fewer papers than this are written is a minority's. */
const minorityShare = 0.2;
/** A stem with at least this share of its papers in minority languages belongs to them. */
const ownShare = 0.5;

/** By paper: 1 for those in a language that few of the papers are written in. */
function minorityPapers(spoken: Uint8Array): Uint8Array {
	const papers = new Int32Array(languages.count);
	for (const language of spoken) papers[language] = (papers[language] as number) + 1;
	return spoken.map((language) =>
		language !== languages.usual && (papers[language] as number) < minorityShare * spoken.length ? 1 : 0
	);
}

/**
 * By stem: 1 for words of minority languages. Without them a paper in such a language is known by the names,
 * terms and loan words that it shares with the others, and its language does not make a theme.
 */
export function minorityStems(tokens: TokenisedPapers): Uint8Array {
	const { stemOfSurface, offsets, surfaceIds } = tokens;
	const isMinority = minorityPapers(tokens.languages);
	const stems = new Uint8Array(tokens.stems.length);
	if (!isMinority.includes(1)) return stems;
	const papers = new Int32Array(stems.length);
	const inMinority = new Int32Array(stems.length);
	const lastPaper = new Int32Array(stems.length).fill(-1);
	for (let paper = 0; paper + 1 < offsets.length; paper++) {
		for (let at = offsets[paper] as number; at < (offsets[paper + 1] as number); at++) {
			const surface = surfaceIds[at] as number;
			if (surface === breakId) continue;
			const stem = stemOfSurface[surface] as number;
			if (lastPaper[stem] === paper) continue;
			lastPaper[stem] = paper;
			papers[stem] = (papers[stem] as number) + 1;
			inMinority[stem] = (inMinority[stem] as number) + (isMinority[paper] as number);
		}
	}
	return stems.map((_, stem) => ((inMinority[stem] as number) > ownShare * (papers[stem] as number) ? 1 : 0));
}
