import type { RawChunk } from '../../threads/chunk.ts';
import type { Paper } from '../../dataset/paper.ts';
import { linesOf, type LinePiece } from '../bytes/cut-lines.ts';
import type { Decoding } from '../bytes/decode.ts';
import { CorpusError } from '../bytes/error.ts';
import { recordsOf } from '../formats/json/json.ts';
import { settled } from '../paper/day-order.ts';
import type { Parsed } from '../paper/record.ts';

/** The records of a piece of JSON Lines. */
export function* pieceRecords(piece: LinePiece, decoding?: Decoding): Generator<Parsed> {
	const { columns } = piece;
	for (const line of linesOf(piece, decoding)) if (line.trim()) yield* recordsOf(line, { columns });
}

/**
 * The papers of a piece that are kept.
 * @throws CorpusError when it does not hold as many papers as the first pass has found
 */
export function readPiece(raw: RawChunk): readonly Paper[] {
	const papers: Paper[] = [];
	let count = 0;
	for (const parsed of pieceRecords(raw)) {
		if ('reason' in parsed) continue;
		if (raw.dropped?.[count] !== 1) papers.push(settled(parsed.paper, parsed.dates, raw.dateOrders ?? {}));
		count++;
	}
	if (count !== raw.papers) throw new CorpusError('a file changed while it was read. Start again.');
	return papers;
}
