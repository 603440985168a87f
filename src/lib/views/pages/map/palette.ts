import { tokenColour } from '../../../drawing/colour.ts';
import type { Palette } from './raster/raster-protocol.ts';

/** `#1b1c1e` as red, green and blue, 0 to 255; grey for anything else. */
export function readHex(text: string): [number, number, number] {
	const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
	const [, red = '80', green = '80', blue = '80'] = match ?? [];
	return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

/** The colours that an element's style gives to some custom properties. */
export function readPalette(element: Element, properties: readonly string[]): Palette {
	const style = getComputedStyle(element);
	const colour = (name: string) => readHex(tokenColour(style, name));
	return { colours: Uint8Array.from(properties.flatMap(colour)), faded: colour('--neutral-faint') };
}

/** Calls back whenever the page turns light or dark. @returns ends it */
export function onSchemeChange(changed: () => void): () => void {
	const query = matchMedia('(prefers-color-scheme: dark)');
	const observer = new MutationObserver(changed);
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
	query.addEventListener('change', changed);
	return () => {
		observer.disconnect();
		query.removeEventListener('change', changed);
	};
}
