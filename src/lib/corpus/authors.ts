import { tidy } from './text.ts';

/** Names, and how many authors there are: `null` when the separators leave that open. */
export interface Authors {
	authors: string[];
	teamSize: number | null;
}

const etAl = /\b(et al\.?|and others)$/i;

function listed(names: readonly string[]): Authors {
	const authors = names.map(tidy).filter((name) => name !== '');
	return { authors, teamSize: authors.length || null };
}

function nameOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value !== 'object' || value === null) return '';
	const { name, full_name: full, family, given, last, first, literal } = value as Record<string, unknown>;
	const whole = [name, full, literal].find((text) => typeof text === 'string');
	if (typeof whole === 'string') return whole;
	return [given ?? first, family ?? last].filter((part) => typeof part === 'string').join(' ');
}

/** Whether commas stand between people ("A. Smith, B. Jones") and not inside names ("Smith, A."). */
function commasSeparate(parts: readonly string[]): boolean {
	return parts.length > 1 && parts.every((part) => /\s/.test(part.trim()));
}

function fromText(text: string): Authors {
	const whole = tidy(text);
	if (etAl.test(whole))
		return { authors: listed(whole.replace(etAl, '').split(/[;,]/)).authors, teamSize: null };
	if (whole.includes(';')) return listed(whole.split(';'));
	if (/\s(and|&)\s/.test(whole)) {
		const groups = whole.split(/,?\s(?:and|&)\s/);
		const commas = groups.flatMap((group) => group.split(','));
		return listed(commasSeparate(commas) ? commas : groups);
	}
	if (whole.includes('|')) return listed(whole.split('|'));
	const parts = whole.split(',');
	if (parts.length === 1) return listed(parts);
	if (commasSeparate(parts)) return listed(parts);
	// "Smith, Anna" is one person; "Smith, Anna, Jones, Ben" cannot be told from four.
	return { authors: [whole], teamSize: parts.length === 2 ? 1 : null };
}

/** Authors from whatever a record holds: a list of names or objects, a text, or a number. */
export function authorsOf(value: unknown): Authors {
	if (Array.isArray(value)) return listed(value.map(nameOf));
	if (typeof value === 'number')
		return { authors: [], teamSize: Number.isInteger(value) && value > 0 ? value : null };
	if (typeof value === 'string' && /^\s*\d+\s*$/.test(value)) return authorsOf(Number(value));
	return typeof value === 'string' ? fromText(value) : { authors: [], teamSize: null };
}
