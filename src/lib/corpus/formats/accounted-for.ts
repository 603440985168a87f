import { fieldNames } from '../../dataset/fields.ts';
import type { Paper } from '../../dataset/paper.ts';
import { CorpusError } from '../bytes/error.ts';
import type { TextFormat } from './format.ts';
import type { Head } from './head.ts';

/** The place of the first line that is of a format. */
function startOf({ starts }: TextFormat, head: Head): number {
	if (starts === undefined) return 0;
	const place =
		typeof starts === 'function' ? starts(head) : head.lines.findIndex((line) => starts.test(line));
	return place < 0 ? Infinity : place;
}

async function* once(text: string): AsyncGenerator<string> {
	yield text;
}

/** Characters that a paper states. A text alone may be any line of another format: it counts for nothing. */
function charactersOf(paper: Paper): number {
	const { title, abstract, authors, published, keywords } = paper;
	const isTelling = [title, abstract, authors[0], published].filter(Boolean).length > 1;
	if (!isTelling) return 0;
	const texts = [title, abstract, ...authors, ...keywords.map(({ keyword }) => keyword)];
	const facts = fieldNames.map((name) => String(paper[name] ?? ''));
	return [...texts, ...facts].reduce((sum, text) => sum + text.length, 0);
}

/** Characters of the beginning of a file that a format makes papers of. */
async function accountedFor({ read }: TextFormat, { text, columns }: Head): Promise<number> {
	let characters = 0;
	try {
		for await (const parsed of read(once(text), { columns }))
			if ('paper' in parsed) characters += charactersOf(parsed.paper);
	} catch (error) {
		if (!(error instanceof CorpusError)) throw error;
	}
	return characters;
}

/** Formats that account for this share of what the best does account for as much: what they leave is separators. */
const asMuch = 2 / 3;

/**
 * Formats that a file could be, the one that accounts for more of it first; of those that account for as much, the one
 * that begins earlier. Those are left out that account for nothing; where all do, only the one that begins
 * earliest is left.
 */
export async function byAccountedFor(
	candidates: readonly TextFormat[],
	head: Head
): Promise<readonly TextFormat[]> {
	if (candidates.length < 2) return candidates;
	const found: { format: TextFormat; characters: number; start: number }[] = [];
	for (const format of candidates)
		found.push({ format, characters: await accountedFor(format, head), start: startOf(format, head) });
	const most = Math.max(...found.map(({ characters }) => characters));
	const [first] = found
		.filter(({ characters }) => characters >= most * asMuch)
		.sort((a, b) => (a.start === b.start ? 0 : a.start - b.start));
	const others = found.filter((one) => one !== first && one.characters > 0);
	return [...(first ? [first] : []), ...others].map(({ format }) => format);
}
