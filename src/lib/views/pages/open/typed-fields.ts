import { capitalised } from '../../../format/format.ts';
import { readExclusions, readSynonyms, TermListError } from '../../../worker/choices.ts';

/** Reads what a visitor typed into a setting: a value, or what is wrong with it in words. */
export type Typed<V> = { value: V; problem: null } | { value: null; problem: string };

const mostThemes = 5000;

function wholeNumber(text: string, least: number, most: number, problem: string): Typed<number> {
	const value = /^-?\d{1,16}$/.test(text.trim()) ? Number(text) : NaN;
	return value >= least && value <= most ? { value, problem: null } : { value: null, problem };
}

export const typedThemes = (text: string) =>
	wholeNumber(text, 1, mostThemes, `A whole number from 1 to ${mostThemes}.`);

export const typedSeed = (text: string) =>
	wholeNumber(text, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'A whole number.');

/** Nothing typed is no year. */
export function typedYear(text: string): Typed<number | null> {
	if (text.trim() === '') return { value: null, problem: null };
	return wholeNumber(text, 1000, 9999, 'A year of four digits, or nothing.');
}

function listed(read: (text: string) => string[], text: string): Typed<string[]> {
	try {
		return { value: read(text), problem: null };
	} catch (error) {
		if (error instanceof TermListError) return { value: null, problem: capitalised(error.message) };
		throw error;
	}
}

export const typedExclusions = (text: string) => listed(readExclusions, text);
export const typedSynonyms = (text: string) => listed(readSynonyms, text);
