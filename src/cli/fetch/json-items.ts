import { recordsOf } from '../../lib/corpus/formats/json/json.ts';
import type { Parsed } from '../../lib/corpus/paper/record.ts';
import { BrokenAnswer, type Item } from './source.ts';

/** @throws BrokenAnswer when the text is not whole */
export function parseBody(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		throw new BrokenAnswer('the answer is cut off or is not JSON');
	}
}

const noRecord: Parsed = { reason: 'not a JSON object', excerpt: '' };

/** Items as the source has them, each with what the JSONL reader makes of it. */
export function jsonItems(values: readonly unknown[]): Item[] {
	return values.map((value) => {
		const line = JSON.stringify(value);
		const [parsed = noRecord] = recordsOf(line);
		return { line, parsed };
	});
}
