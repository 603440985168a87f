import { stem } from '../text/stem.ts';
import { formProblem, spellingsOf } from './form.ts';
import { formsOf } from './terms.ts';

/** A list of terms that cannot be used; the line counts from 1. */
export class TermListError extends Error {
	override readonly name = 'TermListError';
	readonly line: number;
	readonly reason: string;

	constructor(line: number, reason: string) {
		super(`line ${line}: ${reason}.`);
		this.line = line;
		this.reason = reason;
	}
}

interface Line {
	number: number;
	text: string;
}

/** The lines that say something; `#` begins a comment. */
function linesOf(text: string): Line[] {
	return text
		.replace(/^\uFEFF/, '')
		.normalize('NFC')
		.split(/\r\n|\n|\r/)
		.map((line, index) => ({ number: index + 1, text: line.replace(/(?:^|\s)#.*$/, '').trim() }))
		.filter(({ text: line }) => line !== '');
}

function usableForm(form: string, line: number): string {
	const problem = formProblem(form);
	if (problem) throw new TermListError(line, problem);
	return form.replace(/\s+/g, ' ');
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By which forms are the same to the reader of texts. */
const formKey = (form: string) =>
	spellingsOf(form)
		.map((spelling) => stem(spelling.toLowerCase()))
		.join(' ');

function groupOf({ number, text }: Line): string[] {
	const forms = formsOf(text);
	if (forms.length < 2) {
		throw new TermListError(
			number,
			`“${text}” stands alone; write the form to show and others for it, as in “large language model = LLM”`
		);
	}
	if (forms.includes('')) throw new TermListError(number, 'there is nothing before or after a = or a comma');
	return forms.map((form) => usableForm(form, number));
}

/**
 * Groups of synonyms as people write them: one on each line, forms parted by `=` or commas, the one to show first, `#`
 * before a comment. Two lists that say the same give the same groups.
 * @returns groups as options state them: `large language model = LLM, LLMs`
 * @throws TermListError for a line that is no group, or names a form of another one
 */
export function readSynonyms(text: string): string[] {
	const taken = new Map<string, { line: number; shown: string }>();
	const groups = linesOf(text).map((line) => {
		const [shown = '', ...others] = groupOf(line);
		for (const form of [shown, ...others]) {
			const before = taken.get(formKey(form));
			if (before && before.line !== line.number) {
				throw new TermListError(
					line.number,
					`“${form}” stands for “${before.shown}” already, in line ${before.line}; join the two lines`
				);
			}
			taken.set(formKey(form), { line: line.number, shown });
		}
		return `${shown} = ${[...new Set(others)].sort(byCodeUnit).join(', ')}`;
	});
	return groups.sort(byCodeUnit);
}

/**
 * Words and phrases as people list them: parted by commas or line ends, `#` before a comment; each once, in code-unit
 * order.
 * @throws TermListError for what cannot be found in texts
 */
export function readExclusions(text: string): string[] {
	const terms = linesOf(text).flatMap(({ number, text: line }) =>
		line
			.split(/[,;]/)
			.map((form) => form.trim())
			.filter((form) => form !== '')
			.map((form) => usableForm(form, number))
	);
	return [...new Set(terms)].sort(byCodeUnit);
}
