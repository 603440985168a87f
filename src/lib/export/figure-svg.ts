import { escapeXml } from './xml.ts';

/** A drawing as SVG elements, in pixels. */
export interface Drawing {
	readonly content: string;
	readonly width: number;
	readonly height: number;
}

/** What stands around a drawing, and how it is written. */
interface FigureParts {
	readonly drawing: Drawing;
	/** What is drawn. */
	readonly title: string;
	/** What it shows. */
	readonly headline: string;
	readonly caption: string;
	/** Where it comes from: corpus, filters, dataset. */
	readonly source: string;
	readonly colours: { readonly ground: string; readonly ink: string; readonly soft: string };
	readonly font: string;
	/** Width of a text in pixels. */
	measure(text: string, size: number, weight: number): number;
}

interface Style {
	size: number;
	weight: number;
	leading: number;
	colour: 'ink' | 'soft';
}

const margin = 20;
const styles = {
	title: { size: 13, weight: 400, leading: 19, colour: 'soft' },
	headline: { size: 19, weight: 600, leading: 24, colour: 'ink' },
	caption: { size: 13, weight: 400, leading: 18, colour: 'soft' },
	source: { size: 11, weight: 400, leading: 15, colour: 'soft' }
} as const satisfies Record<string, Style>;

/** Breaks a text into lines of at most a width, between words. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const line = lines.at(-1);
		const longer = line === undefined ? word : `${line} ${word}`;
		if (line === undefined || measure(longer) > width) lines.push(word);
		else lines[lines.length - 1] = longer;
	}
	return lines;
}

/** A whole figure as a file: title and headline, drawing, caption and source on the page's ground. */
export function figureSvg(parts: FigureParts): { svg: string; width: number; height: number } {
	const { drawing, colours, font } = parts;
	const inner = Math.max(320, Math.ceil(drawing.width));
	const width = inner + 2 * margin;
	let y = margin;
	const written: string[] = [];
	const write = (text: string, { size, weight, leading, colour }: Style) => {
		for (const line of wrapText(text, inner, (part) => parts.measure(part, size, weight))) {
			y += leading;
			written.push(
				`<text x="${margin}" y="${y - leading * 0.25}" font-size="${size}" font-weight="${weight}" ` +
					`fill="${escapeXml(colours[colour])}">${escapeXml(line)}</text>`
			);
		}
	};
	write(parts.title, styles.title);
	write(parts.headline, styles.headline);
	const top = y + 14;
	y = top + Math.ceil(drawing.height) + 14;
	write(parts.caption, styles.caption);
	y += 4;
	write(parts.source, styles.source);
	const height = y + margin;
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
		`viewBox="0 0 ${width} ${height}" font-family="${escapeXml(font)}" role="img">` +
		`<title>${escapeXml(parts.headline)}</title>` +
		`<rect width="${width}" height="${height}" fill="${escapeXml(colours.ground)}"/>` +
		`${written.join('')}<g transform="translate(${margin} ${top})">${drawing.content}</g></svg>`;
	return { svg, width, height };
}
