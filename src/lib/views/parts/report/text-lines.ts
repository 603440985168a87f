/** A line of text as it stands on the page, in pixels from the top left corner of the window. */
export interface TextLine {
	text: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** The lines into which the page breaks a text, word by word. */
export function textLines(node: Text): TextLine[] {
	const lines: TextLine[] = [];
	const range = document.createRange();
	for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
		range.setStart(node, index);
		range.setEnd(node, index + word.length);
		// A word that is broken in two stands where it begins.
		const [box] = range.getClientRects();
		if (!box || box.width === 0) continue;
		const { left, right, top, bottom } = box;
		const line = lines.at(-1);
		if (line && Math.abs(line.top - top) < 2) {
			line.text += ` ${word}`;
			line.right = right;
		} else lines.push({ text: word, left, right, top, bottom });
	}
	return lines;
}

let context: CanvasRenderingContext2D | null = null;

function measured(text: string, font: string): TextMetrics | null {
	context ??= document.createElement('canvas').getContext('2d');
	if (!context) return null;
	context.font = font;
	return context.measureText(text);
}

/** Width of a text in pixels. @param font as CSS writes it: `600 19px system-ui` */
export function widthOf(text: string, font: string): number {
	return measured(text, font)?.width ?? text.length * 7;
}

/** How far below the top of its line the letters of a font stand, in pixels. */
export function ascentOf(font: string): number {
	return measured('x', font)?.fontBoundingBoxAscent ?? 12;
}
