import { lines } from './decode.ts';
import { fieldKey, paperFromFields } from './fields.ts';
import { noFacts, type CorpusFacts, type Parsed } from './record.ts';
import { excerpt } from './text.ts';

function parseLine(line: string): Parsed {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch (error) {
		return {
			reason: `not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
			excerpt: excerpt(line)
		};
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return { reason: 'not a JSON object', excerpt: excerpt(line) };
	}
	const fields = new Map(Object.entries(value).map(([name, field]) => [fieldKey(name), field as unknown]));
	return paperFromFields(fields, line);
}

/** Reads JSON Lines: one object on each line; empty lines are no records. */
export async function* readJsonl(text: AsyncIterable<string>): AsyncGenerator<Parsed, CorpusFacts> {
	for await (const line of lines(text)) {
		if (line.trim()) yield parseLine(line);
	}
	return noFacts;
}
