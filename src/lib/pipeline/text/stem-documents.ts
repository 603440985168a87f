import { breakId, type TokenisedPapers } from './tokens.ts';

/** Papers that hold each stem. */
export function stemDocuments(tokens: TokenisedPapers): Int32Array {
	const documents = new Int32Array(tokens.stems.length);
	const lastPaper = new Int32Array(tokens.stems.length).fill(-1);
	for (let paper = 0; paper + 1 < tokens.offsets.length; paper++) {
		const end = tokens.offsets[paper + 1] as number;
		for (let at = tokens.offsets[paper] as number; at < end; at++) {
			const surface = tokens.surfaceIds[at] as number;
			if (surface === breakId) continue;
			const stem = tokens.stemOfSurface[surface] as number;
			if (lastPaper[stem] === paper) continue;
			lastPaper[stem] = paper;
			documents[stem] = (documents[stem] as number) + 1;
		}
	}
	return documents;
}
