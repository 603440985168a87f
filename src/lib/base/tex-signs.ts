/** Signs of formulas by their names in TeX. */
export const texSigns: ReadonlyMap<string, string> = new Map(
	Object.entries({
		...{ sim: '∼', approx: '≈', times: '×', pm: '±', cdot: '·', leq: '≤', geq: '≥', le: '≤', ge: '≥' },
		...{ infty: '∞', rightarrow: '→', to: '→', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ' },
		...{ epsilon: 'ε', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', theta: 'θ', kappa: 'κ', omega: 'ω' }
	})
);

/** A command of letters and the space that ends it. */
export const texCommand = /\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))/g;

const named = /\\([A-Za-z]+)(?![A-Za-z])/g;

/**
 * A text for reading in which TeX's signs are the characters that they stand for: `\alpha`, `\%`, a dash of three
 * hyphens between words. Whatever else stands in it stays: formulas are not set, and paths and options not touched.
 */
export function withTexSigns(text: string): string {
	if (!/\\|---/.test(text)) return text;
	return text
		.replace(named, (whole, name: string) => texSigns.get(name) ?? whole)
		.replace(/\\([%&#])/g, '$1')
		.replace(/(?<=[\p{L}\p{N}).,”"’])---(?=[\p{L}\p{N}(“"‘])/gu, '—');
}
