import { ofScheme } from '../../../src/lib/drawing/colour.ts';

/** Values of the design's custom properties, by name: `--ink`, `#1b1c1e`. */
export type Tokens = ReadonlyMap<string, string>;

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** The tokens of a scheme, as the stylesheets declare them. */
export function tokensOf(css: string, scheme: Scheme): Tokens {
	const rules = [...css.matchAll(/^:root \{(.*?)^\}/gms)].map(([rule]) => rule);
	if (rules.length === 0) throw new Error('No rule for :root among the tokens');
	const declared = rules.flatMap((rule) => [...rule.matchAll(/(--[\w-]+):\s*([^;]+);/g)]);
	return new Map(declared.map(([, name = '', value = '']) => [name, ofScheme(value, scheme)]));
}

/** Puts the values of tokens in their place; properties that an element sets itself stay. */
export function resolved(text: string, tokens: Tokens): string {
	return text.replace(/var\((--[\w-]+)\)/g, (all, name: string) => tokens.get(name) ?? all);
}
