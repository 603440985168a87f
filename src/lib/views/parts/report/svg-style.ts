import { escapeXml } from '../../../export/xml.ts';

/** Styles that SVG takes as attributes, and the values that need not be written. */
const attributes: readonly (readonly [style: string, usual: readonly string[]])[] = [
	['fill', ['rgb(0, 0, 0)']],
	['fill-opacity', ['1']],
	['stroke', ['none']],
	['stroke-width', ['1px']],
	['stroke-opacity', ['1']],
	['stroke-dasharray', ['none']],
	['stroke-linecap', ['butt']],
	['stroke-linejoin', ['miter']],
	['opacity', ['1']],
	['font-family', []],
	['font-size', []],
	['font-weight', ['400']],
	['font-style', ['normal']],
	['text-anchor', ['start']],
	['dominant-baseline', ['auto']],
	['paint-order', ['normal']],
	['letter-spacing', ['normal']],
	['text-decoration-line', ['none']],
	['pointer-events', ['auto', 'none', 'all']]
];

const ofTexts = /^(?:font-|text-|letter-|dominant-)/;
const dropped = /^(?:class|style|role|tabindex|aria-.*|data-.*|on.*)$/i;

/** Presentation attributes of an element as it is drawn now. */
export function styleAttributes(style: CSSStyleDeclaration, isText: boolean): string {
	return attributes
		.filter(([name]) => name !== 'pointer-events' && (isText || !ofTexts.test(name)))
		.flatMap(([name, usual]) => {
			const value = style.getPropertyValue(name);
			if (value === '' || usual.includes(value)) return [];
			const attribute = name === 'text-decoration-line' ? 'text-decoration' : name;
			return [` ${attribute}="${escapeXml(value)}"`];
		})
		.join('');
}

/** Whether nobody sees an element, or it belongs to handling rather than to the picture. */
export function isLeftOut(element: Element, style: CSSStyleDeclaration): boolean {
	if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return true;
	if (style.clipPath === 'inset(50%)') return true;
	return element.matches(
		'[data-print="no"], [role="slider"], [role="status"], .tooltip, title, desc, script'
	);
}

/** An SVG element and all in it, with its styles written out and nothing else of the page. */
export function copySvg(element: Element): string {
	const style = getComputedStyle(element);
	if (isLeftOut(element, style)) return '';
	const name = element.localName;
	const own = [...element.attributes]
		.filter((attribute) => !dropped.test(attribute.name) && !attribute.name.includes(':'))
		.map((attribute) => ` ${attribute.name}="${escapeXml(attribute.value)}"`)
		.join('');
	const isText = name === 'text' || name === 'tspan';
	const inside = [...element.childNodes]
		.map((child) => {
			if (child instanceof Element) return copySvg(child);
			return isText && child instanceof Text ? escapeXml(child.data) : '';
		})
		.join('');
	const written = styleAttributes(style, isText);
	const kept = own.replace(/ ([\w-]+)="[^"]*"/g, (all, attribute: string) =>
		written.includes(` ${attribute}="`) ? '' : all
	);
	return `<${name}${kept}${written}>${inside}</${name}>`;
}
