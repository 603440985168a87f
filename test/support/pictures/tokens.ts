import { ofScheme } from '../../../src/lib/views/pages/map/palette.ts';

/** Values of the design's custom properties, by name: `--ink`, `#1b1c1e`. */
export type Tokens = ReadonlyMap<string, string>;

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

function declared(css: string, selector: string): [string, string][] {
	const from = css.indexOf(`\n${selector} {`);
	if (from < 0) throw new Error(`No rule for ${selector} among the tokens`);
	const block = css.slice(from, css.indexOf('\n}', from));
	return [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]);
}

/** The tokens of a scheme, as the stylesheets declare them. */
export function tokensOf(css: string, scheme: Scheme): Tokens {
	const light = declared(css, ':root');
	const dark = scheme === 'light' ? [] : declared(css, ":root[data-theme='dark']");
	const themes = [...css.matchAll(/(--theme-\d+):\s*([^;]+);/g)].map(
		([, name = '', value = '']): [string, string] => [name, ofScheme(value, scheme)]
	);
	return new Map([...light, ...dark, ...themes]);
}

/** Puts the values of tokens in their place; properties that an element sets itself stay. */
export function resolved(text: string, tokens: Tokens): string {
	return text.replace(/var\((--[\w-]+)\)/g, (all, name: string) => tokens.get(name) ?? all);
}
