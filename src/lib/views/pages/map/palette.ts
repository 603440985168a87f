import type { Palette } from './raster-protocol.ts';

const slots = 8;

/** `#1b1c1e` as red, green and blue, 0 to 255; grey for anything else. */
export function readHex(text: string): [number, number, number] {
	const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
	const [, red = '80', green = '80', blue = '80'] = match ?? [];
	return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

/** The colours that an element's style gives to themes. */
export function readPalette(element: Element): Palette {
	const style = getComputedStyle(element);
	const colour = (name: string) => readHex(style.getPropertyValue(name));
	const all = [
		colour('--neutral'),
		...Array.from({ length: slots }, (_, slot) => colour(`--theme-${slot + 1}`))
	];
	return { colours: Uint8Array.from(all.flat()), faded: colour('--neutral-faint') };
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
