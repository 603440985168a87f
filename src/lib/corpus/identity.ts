import type { Paper } from '../dataset/paper.ts';

const zero = 48;
const upper = 65;
const lower = 97;

/** Code of an ASCII letter in lower case, of a digit, `#` or `+` (C# is not C++); 0 for anything else. */
const plainCode = Uint8Array.from({ length: 128 }, (_, code) => {
	if (code >= upper && code < upper + 26) return code + lower - upper;
	if (code === 35 || code === 43) return code;
	return (code >= zero && code < zero + 10) || (code >= lower && code < lower + 26) ? code : 0;
});

const multiplierA = 0x27d4eb2d;
const multiplierB = 0x165667b1;

/**
 * A running 53-bit hash of texts: two multiply-and-mix streams of 32 bits. A million texts collide with odds of 1
 * in 18,000.
 */
export class TextHash {
	#a = 0x9e3779b1;
	#b = 0x85ebca77;

	/** Takes a text in as it is. */
	add(text: string): this {
		let [a, b] = [this.#a, this.#b];
		for (let i = 0; i < text.length; i++) {
			const code = text.charCodeAt(i);
			a = Math.imul(a ^ code, multiplierA);
			b = Math.imul(b ^ code, multiplierB);
		}
		this.#a = a;
		this.#b = b;
		return this;
	}

	/** Takes a text in as `normalised` writes it, stretch by stretch. */
	addNormalised(text: string): this {
		for (let from = 0; from < text.length;) {
			from = this.#addPlain(text, from);
			const start = from;
			while (text.charCodeAt(from) > 127) from++;
			if (from > start) this.add(normalised(text.slice(start, from)));
		}
		return this;
	}

	/** Takes in ASCII characters up to the first other one, and answers where that is. */
	#addPlain(text: string, from: number): number {
		let [a, b] = [this.#a, this.#b];
		let i = from;
		for (; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code > 127) break;
			const letter = plainCode[code] ?? 0;
			if (letter === 0) continue;
			a = Math.imul(a ^ letter, multiplierA);
			b = Math.imul(b ^ letter, multiplierB);
		}
		this.#a = a;
		this.#b = b;
		return i;
	}

	value(): number {
		let [a, b] = [this.#a, this.#b];
		a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
		b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
		return (b & 0x1fffff) * 0x100000000 + (a >>> 0);
	}
}

export const hash53 = (text: string) => new TextHash().add(text).value();

/** Lower-case letters, digits, `#` and `+`, so that punctuation and spacing do not tell copies apart. */
export function normalised(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}#+]+/gu, '');
}

/** Titles that many different texts of one year bear. */
const commonTitles = new Set(
	[
		...[
			'abstract',
			'abstracts',
			'acknowledgements',
			'announcement',
			'announcements',
			'book review',
			'comment'
		],
		...[
			'book reviews',
			'books received',
			'commentary',
			'contents',
			'correction',
			'corrections',
			'corrigendum'
		],
		...[
			'discussion',
			'editorial',
			'erratum',
			'foreword',
			'from the editor',
			'front matter',
			'index',
			'letter'
		],
		...[
			'guest editorial',
			'in memoriam',
			'introduction',
			'letter to the editor',
			'masthead',
			'news',
			'obituary'
		],
		...['message from the chairs', 'note', 'poster session', 'preface', 'reply', 'response', 'retraction'],
		...['reviewers', 'table of contents', 'title page', 'untitled', 'welcome', 'conclusion', 'conclusions']
	].map(normalised)
);

/** What tells a record apart, as hashes: `null` where the record does not state it. */
export interface RecordKeys {
	id: number | null;
	doi: number | null;
	/** Title and abstract, normalised. */
	text: number;
	/** Normalised title and year; none for titles such as "Editorial". */
	titleYear: number | null;
	authors: number;
	year: number | null;
	hasAbstract: boolean;
}

const arxivDoi = /^10\.48550\/arxiv\.(.+)$/;

function idHash(id: string | null, file: number, title: string): number | null {
	if (id === null) return null;
	if (!/^\d{1,6}$/.test(id)) return hash53(id.toLowerCase());
	return title === '' ? null : hash53(`${file}/${id}/${title}`);
}

/**
 * The hashes that a paper is recognised by. An id that is a small number may number anything: it counts within its
 * own file, together with the title.
 */
export function recordKeys(paper: Paper, file: number): RecordKeys {
	const title = normalised(paper.title);
	const year = paper.published === null ? null : Number(paper.published.slice(0, 4));
	const id = arxivDoi.exec(paper.doi ?? '')?.[1] ?? paper.sourceId;
	return {
		id: idHash(id, file, title),
		doi: paper.doi === null ? null : hash53(paper.doi),
		text: new TextHash().add(`${title}\u0000`).addNormalised(paper.abstract).value(),
		titleYear: title === '' || year === null || commonTitles.has(title) ? null : hash53(`${title}/${year}`),
		authors: paper.authors.reduce((hash, name) => hash.addNormalised(name).add('/'), new TextHash()).value(),
		year,
		hasAbstract: paper.abstract !== ''
	};
}

/** How much a record says: an abstract first, then its length and the number of fields that are filled. */
export function fullness(paper: Paper): number {
	const fields = Object.values(paper).filter((value) => value !== null && value !== '' && value.length !== 0);
	const length = paper.abstract.length;
	return (length > 0 ? 1000 : 0) + Math.min(31, Math.floor(length / 200)) + fields.length;
}
