import { longestLine, tooLong } from '../../bytes/limits.ts';

/** Members that hold the records of a response or a library. */
const containers = new Set([
	...[
		'data',
		'results',
		'items',
		'records',
		'works',
		'papers',
		'entries',
		'documents',
		'docs',
		'hits',
		'publications'
	],
	...['articles', 'references', 'result', 'rows', 'collection', 'hit', 'entry', 'notes', 'award', 'awards']
]);
/** Members that hold such a member. */
const wrappers = new Set([
	...['message', 'response', 'hits', 'result', 'resultlist', 'feed', 'search-results', 'data']
]);
/** Members of a record itself: an object that has one is no container. */
const recordMembers = new Set(['title', 'abstract', 'paperid', 'doi', 'authors', 'author', 'summary']);

const [quote, backslash, comma, colon] = [34, 92, 44, 58];
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];

/**
 * Cuts JSON into the texts of its records while it comes in: the elements of a list, or of the list that a
 * response holds, or each top-level object. It follows strings and brackets only; what is broken shows when a
 * record is parsed.
 */
export class JsonSplitter {
	/** Whether the open brackets are those of lists, from the outermost on. */
	readonly #lists: boolean[] = [];
	/** Depth of the list whose elements are records. */
	#recordDepth: number | null = null;
	/** Depth of the object that may hold the list of records: the top-level one, or a wrapper in it. */
	#wrapperDepth = 1;
	/** Of the top-level object: whether it is a record, has held records. */
	#isRecord = false;
	#hadRecords = false;
	#inString = false;
	#escaped = false;
	#string = '';
	#key = '';
	#parts: string[] = [];
	#length = 0;
	#ready: string[] = [];
	/** What stands before the first list of records in its object; empty where the file is a list. */
	before: string | null = null;

	/** The records that this piece completes. */
	push(text: string): string[] {
		this.#ready = [];
		let from = 0;
		let at = 0;
		while (at < text.length) {
			if (this.#inString) {
				at = this.#throughString(text, at);
				continue;
			}
			const cut = this.#see(text.charCodeAt(at), text, from, at);
			if (cut !== null) from = cut;
			at++;
		}
		this.#keep(text.slice(from));
		return this.#ready;
	}

	/** What is left when the file ends: a record cut short, or nothing. */
	end(): string[] {
		const rest = this.#parts.join('').trim();
		const isTail = this.#hadRecords && this.#recordDepth === null;
		return isTail || /^[\]},\s]*$/.test(rest) ? [] : [rest];
	}

	#throughString(text: string, at: number): number {
		let end = at;
		for (; end < text.length; end++) {
			const code = text.charCodeAt(end);
			if (this.#escaped) this.#escaped = false;
			else if (code === backslash) this.#escaped = true;
			else if (code === quote) break;
		}
		if (this.#lists.length <= this.#wrapperDepth && this.#string.length < 100)
			this.#string += text.slice(at, Math.min(end, at + 100));
		if (end === text.length) return end;
		this.#inString = false;
		return end + 1;
	}

	/** Follows one character; answers where the text of the next record starts, when it changes. */
	#see(code: number, text: string, from: number, at: number): number | null {
		switch (code) {
			case quote:
				this.#inString = true;
				this.#string = '';
				return null;
			case colon:
				this.#name();
				return null;
			case openBracket:
			case openBrace:
				return this.#open(code === openBracket, text, from, at);
			case closeBracket:
			case closeBrace:
				return this.#close(text, from, at);
			case comma:
				if (this.#recordDepth === null || this.#lists.length !== this.#recordDepth) return null;
				this.#keep(text.slice(from, at));
				this.#emit();
				return at + 1;
			default:
				return null;
		}
	}

	#name(): void {
		if (this.#lists.length > this.#wrapperDepth || this.#recordDepth !== null) return;
		this.#key = this.#string.toLowerCase();
		if (this.#lists.length === 1 && recordMembers.has(this.#key)) this.#isRecord = true;
	}

	#open(isList: boolean, text: string, from: number, at: number): number | null {
		const depth = this.#lists.push(isList);
		if (this.#recordDepth !== null) return null;
		if (isList ? !this.#holdsRecords(depth) : !this.#wraps(depth)) return null;
		if (!isList) {
			this.#wrapperDepth = depth;
			return null;
		}
		this.before ??= depth === 1 ? '' : this.#parts.join('') + text.slice(from, at);
		this.#recordDepth = depth;
		this.#hadRecords = true;
		this.#parts = [];
		this.#length = 0;
		return at + 1;
	}

	#holdsRecords(depth: number): boolean {
		if (depth === 1) return true;
		if (this.#lists[0] !== false || this.#isRecord || this.#hadRecords || !containers.has(this.#key))
			return false;
		return depth === this.#wrapperDepth + 1;
	}

	#wraps(depth: number): boolean {
		const isInside = depth === this.#wrapperDepth + 1 && this.#lists[0] === false;
		return isInside && !this.#isRecord && wrappers.has(this.#key);
	}

	#close(text: string, from: number, at: number): number | null {
		const depth = this.#lists.length;
		this.#lists.pop();
		if (depth === this.#wrapperDepth && depth > 1) this.#wrapperDepth--;
		if (depth === this.#recordDepth) {
			this.#keep(text.slice(from, at));
			this.#emit();
			this.#recordDepth = null;
		} else if (depth !== 1) return null;
		else this.#keep(text.slice(from, at + 1));
		if (depth === 1) {
			// A top-level object without a list of records is one itself.
			if (this.#hadRecords) this.#parts = [];
			else this.#emit();
			this.#length = 0;
			this.#isRecord = this.#hadRecords = false;
		}
		return at + 1;
	}

	#keep(text: string): void {
		this.#parts.push(text);
		this.#length += text.length;
		if (this.#length > longestLine) throw tooLong('a record', longestLine);
	}

	#emit(): void {
		const record = this.#parts.join('').trim();
		this.#parts = [];
		this.#length = 0;
		if (record) this.#ready.push(record);
	}
}
