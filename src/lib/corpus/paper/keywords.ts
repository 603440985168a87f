import { folded } from '../../base/fold.ts';
import type { Keyword } from '../../dataset/paper.ts';
import { withoutMarkup } from './markup.ts';
import { isObject, text as textIn } from './object-reader.ts';
import { isNothing, tidy } from './text.ts';

/** Characters of a keyword, at most; what is longer is a sentence. */
const longest = 120;

/** What parts the keywords in a text: the first of these that it has. */
const parting = [/[;；]/, /\n/, /[|·•]/, /[,，、]/];

/** The keywords in a text. */
function partsOf(text: string): string[] {
	const mark = parting.find((pattern) => pattern.test(text.trim()));
	return mark ? text.split(mark) : [text];
}

/** The keyword that an object of a list holds. */
const inObject = (value: Readonly<Record<string, unknown>>) =>
	textIn(value.display_name) ??
	textIn(value.keyword) ??
	textIn(value.term) ??
	textIn(value.subject) ??
	textIn(value.tag) ??
	textIn(value.name);

/** The texts of keywords in a value: several in a text, or one in each item of a list, which may hold several, too. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return partsOf(value);
	if (!Array.isArray(value)) return [];
	return value.flatMap((item: unknown) => {
		const text = isObject(item) ? inObject(item) : textIn(item);
		if (text === null) return [];
		return value.length === 1 ? partsOf(text) : text.split(/[;；]/);
	});
}

/** Keywords of a kind in a value: a text, or a list of texts and of objects. */
export function keywordsIn(value: unknown, kind: Keyword['kind']): Keyword[] {
	return textsIn(value)
		.map((text) =>
			tidy(withoutMarkup(text))
				.replace(/^[*\s]+/, '')
				.replace(/(?<![.,\s])[.,\s]+$/, '')
		)
		.filter((keyword) => keyword !== '' && keyword.length <= longest && !isNothing(keyword))
		.map((keyword) => ({ keyword, kind }));
}

/** Each keyword of a kind once, case aside, the authors' first. */
export function distinctKeywords(found: readonly Keyword[]): Keyword[] {
	const known = new Set<string>();
	const sorted = [
		...found.filter(({ kind }) => kind === 'author'),
		...found.filter(({ kind }) => kind === 'index')
	];
	return sorted.filter(({ keyword, kind }) => {
		const key = `${kind} ${folded(keyword).toLowerCase()}`;
		const isNew = !known.has(key);
		known.add(key);
		return isNew;
	});
}
