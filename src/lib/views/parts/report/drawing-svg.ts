import { finePictures } from '../../../drawing/frames.ts';
import type { Drawing } from '../../../export/figure-svg.ts';
import { escapeXml } from '../../../export/xml.ts';
import { copySvg, isLeftOut, styleAttributes } from './svg-style.ts';
import { ascentOf, textLines, widthOf } from './text-lines.ts';

/** Pixels of an embedded picture for each pixel of the page: 300 dots per inch. */
export const printScale = 300 / 96;

const isClear = (colour: string) => colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour);
const at = (value: number) => String(Math.round(value * 100) / 100);

/** A drawing under way: where its top left corner stands in the window. */
class Copier {
	readonly #left: number;
	readonly #top: number;

	constructor({ left, top }: DOMRect) {
		this.#left = left;
		this.#top = top;
	}

	async copy(element: Element): Promise<string> {
		const style = getComputedStyle(element);
		if (isLeftOut(element, style)) return '';
		if (element instanceof SVGSVGElement) return this.#svg(element);
		if (element instanceof HTMLCanvasElement) return this.#canvas(element);
		const parts = [this.#box(element, style), this.#bullet(element)];
		for (const child of element.childNodes) {
			if (child instanceof Element) parts.push(await this.copy(child));
			else if (child instanceof Text) parts.push(this.#text(child, style));
		}
		const inside = parts.join('');
		return style.opacity === '1' || inside === '' ? inside : `<g opacity="${style.opacity}">${inside}</g>`;
	}

	#place({ left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>): string {
		return `x="${at(left - this.#left)}" y="${at(top - this.#top)}" width="${at(width)}" height="${at(height)}"`;
	}

	#svg(element: SVGSVGElement): string {
		const box = element.getBoundingClientRect();
		const view = element.getAttribute('viewBox') ?? `0 0 ${at(box.width)} ${at(box.height)}`;
		const { overflow } = getComputedStyle(element);
		const inside = [...element.children].map(copySvg).join('');
		return (
			`<svg ${this.#place(box)} viewBox="${escapeXml(view)}" preserveAspectRatio="xMinYMin meet" ` +
			`overflow="${overflow === 'visible' ? 'visible' : 'hidden'}">${inside}</svg>`
		);
	}

	async #canvas(element: HTMLCanvasElement): Promise<string> {
		const fine = await finePictures.get(element)?.(printScale);
		const address = fine ? addressOf(fine) : element.toDataURL('image/png');
		return `<image ${this.#place(element.getBoundingClientRect())} preserveAspectRatio="none" href="${address}"/>`;
	}

	#box(element: Element, style: CSSStyleDeclaration): string {
		const box = element.getBoundingClientRect();
		const ground = isClear(style.backgroundColor)
			? ''
			: `<rect ${this.#place(box)} fill="${escapeXml(style.backgroundColor)}"/>`;
		const edges = (['top', 'right', 'bottom', 'left'] as const).map((side) => {
			const width = parseFloat(style.getPropertyValue(`border-${side}-width`));
			const colour = style.getPropertyValue(`border-${side}-color`);
			if (!(width > 0) || style.getPropertyValue(`border-${side}-style`) === 'none' || isClear(colour))
				return '';
			const isAcross = side === 'top' || side === 'bottom';
			const edge = {
				left: side === 'right' ? box.right - width : box.left,
				top: side === 'bottom' ? box.bottom - width : box.top,
				width: isAcross ? box.width : width,
				height: isAcross ? width : box.height
			};
			return `<rect ${this.#place(edge)} fill="${escapeXml(colour)}"/>`;
		});
		return ground + edges.join('');
	}

	/** The mark before a label, which stylesheets draw. */
	#bullet(element: Element): string {
		const style = getComputedStyle(element, '::before');
		const [width, height] = [parseFloat(style.width), parseFloat(style.height)];
		if (style.content === 'none' || !(width > 0) || !(height > 0) || isClear(style.backgroundColor))
			return '';
		const box = element.getBoundingClientRect();
		const own = getComputedStyle(element);
		const left = box.left + parseFloat(own.paddingLeft) - this.#left + width / 2;
		const line = parseFloat(own.lineHeight) || box.height;
		const top = box.top + parseFloat(own.paddingTop) + Math.min(line, box.height) / 2 - this.#top;
		return `<circle cx="${at(left)}" cy="${at(top)}" r="${at(width / 2)}" fill="${escapeXml(style.backgroundColor)}"/>`;
	}

	#text(node: Text, style: CSSStyleDeclaration): string {
		const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
		const ascent = ascentOf(font);
		const edge = clipEdge(node);
		// A picture leads nowhere, so nothing in it looks as if it did.
		const around = node.parentElement?.closest('a')?.parentElement;
		const ink = around ? getComputedStyle(around).color : style.color;
		const isEnd = style.textAlign === 'end' || style.textAlign === 'right';
		return textLines(node)
			.map(({ text, left, right, top }) => {
				const x = at((isEnd ? right : left) - this.#left);
				return (
					`<text x="${x}" y="${at(top - this.#top + ascent)}"${isEnd ? ' text-anchor="end"' : ''} ` +
					`fill="${escapeXml(ink)}"${styleAttributes(style, true).replace(/ (?:fill|stroke|text-anchor|text-decoration|opacity)[\w-]*="[^"]*"/g, '')}>` +
					`${escapeXml(right > edge ? shortened(text, edge - left, font) : text)}</text>`
				);
			})
			.join('');
	}
}

/** Where the text of an element that hides what does not fit is cut. */
function clipEdge(node: Text): number {
	for (
		let element = node.parentElement, depth = 0;
		element && depth < 2;
		element = element.parentElement, depth++
	) {
		const { overflowX } = getComputedStyle(element);
		if (overflowX === 'hidden' || overflowX === 'clip') return element.getBoundingClientRect().right;
	}
	return Infinity;
}

function shortened(text: string, width: number, font: string): string {
	const characters = [...text];
	while (characters.length > 1 && widthOf(`${characters.join('')}…`, font) > width) characters.pop();
	return `${characters.join('').trimEnd()}…`;
}

function addressOf(bitmap: ImageBitmap): string {
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [bitmap.width, bitmap.height];
	canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
	bitmap.close();
	return canvas.toDataURL('image/png');
}

/** A chart as it is drawn on the page now, as SVG: SVG elements, canvases, and the texts and boxes of HTML. */
export async function drawingSvg(element: HTMLElement): Promise<Drawing> {
	const box = element.getBoundingClientRect();
	return { content: await new Copier(box).copy(element), width: box.width, height: box.height };
}
