import { rulesFor } from './css.ts';
import type { Drawn } from './draw.ts';
import { elements, readMarkup, writeMarkup, type Markup } from './markup.ts';
import { resolved, type Tokens } from './tokens.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** Room around a drawing, whose words may stand over its edge. */
const margin = 8;

const element = (
	name: string,
	attributes: Record<string, string | number>,
	children: Markup['children'] = []
): Markup => ({
	name,
	attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
	children
});

/** The drawing of a part as a group: its own size and place are those of the page. */
function group(body: string, top: number, width: number, height: number): Markup {
	const svg = elements(readMarkup(body)).find(({ name }) => name === 'svg');
	if (!svg) throw new Error('A part has no drawing');
	const { class: names, style, viewBox } = svg.attributes;
	const move = top === 0 ? {} : { transform: `translate(0 ${top})` };
	const own = { ...move, ...(names && { class: names }), ...(style && { style }) };
	// Lengths in per cent are those of the part, not of the whole picture.
	const inside = viewBox ? svg.children : [element('svg', { width, height }, svg.children)];
	return element('g', own, inside);
}

/** A part that HTML lays out. */
function foreign({ bodies, width, height }: Drawn): Markup {
	const inside = bodies.flatMap((body) => readMarkup(body).children);
	for (const markup of inside.flatMap((one) => (typeof one === 'string' ? [] : elements(one)))) {
		if (markup.name === 'svg') markup.attributes = { xmlns: namespace, ...markup.attributes };
	}
	const page = element('body', { xmlns: 'http://www.w3.org/1999/xhtml' }, inside);
	return element('foreignObject', { width, height }, [page]);
}

const rounded = (text: string) =>
	text.replace(/-?\d+\.\d{3,}(e-\d+)?|-?\d+(\.\d+)?e-\d+/g, (number) =>
		Number(number)
			.toFixed(2)
			.replace(/\.?0+$/, '')
			.replace(/^-0$/, '0')
	);

const spoken = /^(?:role|tabindex|title|type|aria-.*|data-.*|on.*)$/;

/** Leaves what is seen: numbers to .01, no attributes for handling or reading aloud unless a style asks for them. */
function tidy(markup: Markup, css: string, tokens: Tokens): Markup {
	const attributes = Object.entries(markup.attributes)
		.filter(([name]) => !spoken.test(name) || css.includes(`[${name}`))
		.map(([name, value]) => [name, rounded(resolved(value, tokens))] as const);
	const children = markup.children.map((child) =>
		typeof child === 'string' ? child : tidy(child, css, tokens)
	);
	return { name: markup.name, attributes: Object.fromEntries(attributes), children };
}

/**
 * A drawing as a file of its own in one colour scheme.
 * @param page styles of the page, which HTML stands on
 */
export function standalone(drawn: Drawn, page: string, tokens: Tokens): string {
	const { width, height, form, bodies, each = height } = drawn;
	const drawings =
		form === 'html'
			? [foreign(drawn)]
			: bodies.map((body, index) => group(body, index * (each + 6), width, each));
	const all = element('root', {}, drawings);
	const rules = rulesFor(all, form === 'html' ? `${page}\n${drawn.css}` : drawn.css);
	const css = rules.map((rule) => resolved(rule, tokens)).join('\n');
	const [full, high] = [width + 2 * margin, height + 2 * margin];
	const place = { x: -margin, y: -margin, width: full, height: high };
	const root = element(
		'svg',
		{
			xmlns: namespace,
			width: full,
			height: high,
			viewBox: `${-margin} ${-margin} ${full} ${high}`,
			'font-family': tokens.get('--font') ?? '',
			style: 'font-variant-numeric: tabular-nums'
		},
		[
			element('style', {}, [`\n${css}\n`]),
			element('rect', { ...place, fill: tokens.get('--ground') ?? '' }),
			...drawings.map((drawing) => tidy(drawing, css, tokens))
		]
	);
	return `${writeMarkup(root)}\n`;
}
