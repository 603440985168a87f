/** One thing that a search names. */
export interface Term {
	/** Whether `-` stands before it. */
	negated: boolean;
	/** Where it is looked for; `null` for title and abstract. */
	field: 'title' | 'author' | null;
	/** Its words. */
	text: string;
	/** Whether they are a phrase. */
	quoted: boolean;
}

const opening = '"“”„';
const closing = '"“”';
const space = /\s/u;
const fieldName = /^(title|author):(?=[^\s:])/iu;

/** A term, or `or` between two. */
type Lexeme = Term | 'or';

/** Where the word that begins at an index ends: at a space or a quote. */
function wordEnd(text: string, from: number): number {
	let end = from;
	while (end < text.length && !space.test(text[end] as string) && !opening.includes(text[end] as string))
		end++;
	return end;
}

/** The quoted text that begins at an index, without its quotes; `null` where no quote closes it. */
function quotedAt(text: string, at: number): string | null {
	if (!opening.includes(text[at] ?? ' ')) return null;
	let end = at + 1;
	while (end < text.length && !opening.includes(text[end] as string)) end++;
	return closing.includes(text[end] ?? ' ') ? text.slice(at + 1, end) : null;
}

function lexemes(text: string): Lexeme[] {
	const found: Lexeme[] = [];
	let at = 0;
	while (at < text.length) {
		const isStart = at === 0 || space.test(text[at - 1] as string);
		const negated = isStart && text[at] === '-' && /[^\s-]/u.test(text[at + 1] ?? ' ');
		if (negated) at++;
		const name = fieldName.exec(text.slice(at, at + 'author:x'.length))?.[1];
		const isField = name !== undefined && (isStart || negated);
		if (isField) at += name.length + 1;
		const field = isField ? (name.toLowerCase() as 'title' | 'author') : null;
		const phrase = quotedAt(text, at);
		const end = phrase === null ? wordEnd(text, at) : at + phrase.length + 2;
		const word = phrase ?? text.slice(at, end);
		if (word === 'OR' && phrase === null && !negated && !field) found.push('or');
		else if (word.trim() !== '') found.push({ negated, field, text: word, quoted: phrase !== null });
		// Also over a space, and over a quote that nothing closes.
		at = Math.max(end, at + 1);
	}
	return found;
}

const isPlain = (term: Term) => !term.negated && term.field === null && !term.quoted;

/**
 * The terms of a search, in lists of which one must hold. Words beside each other are one term, because they may be
 * one word together; `OR` takes the word, or what stands in quotes, on either side of it, and is one of many words
 * where there is none.
 */
export function lexSearch(text: string): Term[][] {
	const clauses: Term[][] = [];
	const found = lexemes(text);
	/** Whether the list before may take in words. */
	let open = false;
	for (const [index, lexeme] of found.entries()) {
		if (lexeme === 'or') continue;
		const last = clauses.at(-1);
		const isAlternative = found[index - 1] === 'or' && last !== undefined;
		const leads = found[index + 1] === 'or' && found.slice(index + 2).some((next) => next !== 'or');
		if (isAlternative) last.push(lexeme);
		else if (open && isPlain(lexeme) && !leads && last?.[0]) last[0].text += ` ${lexeme.text}`;
		else clauses.push([lexeme]);
		open = !isAlternative && !leads && isPlain(lexeme);
	}
	return clauses;
}
