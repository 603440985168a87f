import { elements, type Markup } from './markup.ts';

interface Rule {
	/** Selectors, or the condition of rules inside: `@container (max-width: 559px)`. */
	head: string;
	body: string | Rule[];
}

/** Reads the rules of a stylesheet, those inside conditions too. */
function readRules(css: string): Rule[] {
	const rules: Rule[] = [];
	let from = 0;
	while (from < css.length) {
		const open = css.indexOf('{', from);
		if (open < 0) break;
		let depth = 1;
		let at = open + 1;
		for (; depth > 0 && at < css.length; at++) depth += css[at] === '{' ? 1 : css[at] === '}' ? -1 : 0;
		const inside = css.slice(open + 1, at - 1);
		const head = css.slice(from, open).trim();
		rules.push({ head, body: inside.includes('{') ? readRules(inside) : inside });
		from = at;
	}
	return rules;
}

/** What depends on a pointer, a key or a setting of the reader is not in the picture. */
const passing = /:(hover|focus|active|disabled)|::-webkit|^@media|^html|^:root/;

function applies(selector: string, classes: ReadonlySet<string>, tags: ReadonlySet<string>): boolean {
	if (passing.test(selector)) return false;
	const bare = selector.replace(/\[[^\]]*\]/g, '');
	const named = [...bare.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name);
	const typed = [...bare.matchAll(/(?:^|[\s>+~(])([a-z]\w*)/g)].map(([, name = '']) => name);
	return named.every((name) => classes.has(name)) && typed.every((name) => tags.has(name));
}

function kept(rules: readonly Rule[], classes: ReadonlySet<string>, tags: ReadonlySet<string>): Rule[] {
	return rules.flatMap<Rule>(({ head, body }) => {
		if (typeof body !== 'string') {
			const inside = passing.test(head) ? [] : kept(body, classes, tags);
			return inside.length > 0 ? [{ head, body: inside }] : [];
		}
		const selectors = head.split(/,(?![^(]*\))/).map((one) => one.trim().replace(/\s+/g, ' '));
		const used = selectors.filter((one) => applies(one, classes, tags));
		return used.length > 0 ? [{ head: used.join(', '), body }] : [];
	});
}

function written({ head, body }: Rule): string {
	const inside =
		typeof body === 'string'
			? body
					.split(';')
					.map((one) =>
						one
							.trim()
							.replace(/\s+/g, ' ')
							.replace(/^([\w-]+):\s*/, '$1: ')
					)
					.filter((one) => one !== '')
					.join('; ')
			: body.map(written).join('\n');
	return typeof body === 'string' ? `${head} { ${inside} }` : `${head} {\n${inside}\n}`;
}

/** The rules of a stylesheet that may apply to a drawing, one a line. */
export function rulesFor(drawing: Markup, css: string): string[] {
	const all = elements(drawing);
	const classes = new Set(all.flatMap(({ attributes }) => (attributes['class'] ?? '').split(/\s+/)));
	const tags = new Set(all.map(({ name }) => name));
	return kept(readRules(css.replace(/\/\*[^]*?\*\//g, '')), classes, tags).map(written);
}
