import type { Paper } from '../../dataset/paper.ts';
import type { Job } from '../../threads/pool.ts';
import type { Jobs } from '../../threads/serve-jobs.ts';
import { rankOf, type SampleText, type Sampling } from '../../source/sample-draw.ts';
import type { LinePiece } from '../bytes/cut-lines.ts';
import { keyBuffers, keysOf, type KeyColumns } from './key-columns.ts';
import { noDecoding } from '../bytes/decode.ts';
import { noteDates, type DayEvidence } from '../paper/day-order.ts';
import { pieceRecords } from './read-piece.ts';
import type { Parsed } from '../paper/record.ts';

/** What the first pass wants to know of some records. */
export interface SurveyQuestion {
	/** Number of their file. */
	file: number;
	sampling: Sampling | null;
	/** Papers of this rank or above are not drawn. */
	limit: number;
}

/** What the first pass learns of some records. */
export interface Surveyed {
	records: number;
	papers: number;
	/** Those that became no paper, by their place among the records, from 0. */
	rejections: { place: number; reason: string; excerpt: string }[];
	keys: KeyColumns;
	/** Papers that may be drawn, by their place among the papers. */
	drawn: (SampleText & { place: number; rank: number })[];
	/** What their dates show of the order of day and month. */
	days: DayEvidence;
	/** Characters that could not be decoded, where the records came as bytes. */
	undecoded: number;
}

function drawnFrom(papers: readonly Paper[], keys: KeyColumns, { sampling, limit }: SurveyQuestion) {
	const drawn: Surveyed['drawn'] = [];
	if (sampling === null) return drawn;
	for (const [place, { title, abstract, keywords }] of papers.entries()) {
		const rank = rankOf(keys.text[place] as number, sampling.seed);
		if (rank < limit) drawn.push({ place, rank, title, abstract, keywords });
	}
	return drawn;
}

/** Takes records in and answers what the first pass needs of them. */
export function surveyRecords(parsed: Iterable<Parsed>, question: SurveyQuestion): Surveyed {
	const papers: Paper[] = [];
	const rejections: Surveyed['rejections'] = [];
	const days: DayEvidence = new Map();
	let records = 0;
	for (const record of parsed) {
		if ('reason' in record) rejections.push({ place: records, ...record });
		else {
			papers.push(record.paper);
			if (record.dates) noteDates(days, record.dates);
		}
		records++;
	}
	const keys = keysOf(papers, question.file);
	const drawn = drawnFrom(papers, keys, question);
	return { records, papers: papers.length, rejections, keys, drawn, days, undecoded: 0 };
}

/** The same of a piece of a file. */
export const surveyPiece: Job<SurveyQuestion & { piece: LinePiece }, Surveyed> = {
	name: 'survey piece',
	run: ({ piece, ...question }) => {
		const decoding = noDecoding();
		const surveyed = surveyRecords(pieceRecords(piece, decoding), question);
		return { ...surveyed, undecoded: decoding.undecoded };
	},
	moves: ({ keys }) => keyBuffers(keys)
};

/** Everything that the reading has other threads do. */
export const jobs: Jobs = [surveyPiece];
