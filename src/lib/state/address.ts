import { publishedArrangement, type ThemeArrangement } from '../themes/arrangement.ts';
import { arrangeThemes } from '../themes/arrange.ts';
import { formatArrangement, parseArrangement } from '../themes/syntax.ts';
import { formatFilters, parseFilters } from '../queries/filters/filter-syntax.ts';
import { noFilters, type Filters } from '../queries/filters/filters.ts';
import { defaultSettings, formatSettings, parseSettings, type Settings } from './settings.ts';
import type { Site } from './site.ts';

/** All that a visitor has asked for, as the address of a page holds it. */
export interface Asked {
	/** What the themes are; the filters' themes are those of this arrangement. */
	arrangement: ThemeArrangement;
	filters: Filters;
	settings: Settings;
}

export const nothingAsked: Asked = {
	arrangement: publishedArrangement,
	filters: noFilters,
	settings: defaultSettings
};

/** A dataset that a link was made for, as far as the link says. */
export interface ForeignDataset {
	fingerprint: string;
	/** The file it was made from. */
	file: string | null;
}

export type Address =
	{ kind: 'own'; asked: Asked; problems: string[] } | { kind: 'foreign'; dataset: ForeignDataset };

type Known = Pick<Site, 'fingerprint' | 'files' | 'themes' | 'tree' | 'counts' | 'granularity' | 'opened'>;

/** Characters that a query may hold as they are, and that read better so. */
const readable = new Map([
	['%2C', ','],
	['%3A', ':']
]);

/** Values that are written as they are: most of them, in links that are made anew by the hundred. */
const plain = /^[A-Za-z0-9*._,:-]*$/;

function encoded(pairs: readonly (readonly [name: string, value: string])[]): string {
	const parts = pairs.map(([name, value]) => {
		if (plain.test(value)) return `${name}=${value}`;
		const part = new URLSearchParams([[name, value]]).toString();
		return part.replace(/%2C|%3A/g, (code) => readable.get(code) ?? code);
	});
	return parts.join('&');
}

const written = new WeakMap<object, string>();

/** What an object, which nobody changes, is written as: the links of a page differ in little but their filters. */
function once<T extends object>(object: T, pairsOf: (object: T) => Parameters<typeof encoded>[0]): string {
	const text = written.get(object) ?? encoded(pairsOf(object));
	written.set(object, text);
	return text;
}

function datasetPairs({ fingerprint, files: [file] }: Known): [string, string][] {
	return [['d', fingerprint], ...(file === undefined ? [] : [['file', file] as [string, string]])];
}

/**
 * The query string (`?...`) of what is asked of a dataset, which it names by fingerprint and file; empty when
 * nothing is asked of the site's own dataset.
 */
export function formatAddress({ arrangement, filters, settings }: Asked, site: Known): string {
	const asked = [
		once(arrangement, formatArrangement),
		encoded(formatFilters(filters)),
		once(settings, formatSettings)
	].filter((part) => part !== '');
	if (asked.length === 0 && !site.opened) return '';
	return `?${[...asked, once(site, datasetPairs)].join('&')}`;
}

/** Fingerprint of the dataset that an address names; `null` when it names none. */
export function datasetOf(search: string): string | null {
	return new URLSearchParams(search).get('d');
}

/**
 * Reads what `formatAddress` writes. An address made for another dataset is not applied to this one; what is
 * not understood takes its default and is named.
 */
export function parseAddress(search: string, site: Known): Address {
	const parts = new URLSearchParams(search);
	const fingerprint = parts.get('d');
	if (fingerprint !== null && fingerprint !== site.fingerprint) {
		return { kind: 'foreign', dataset: { fingerprint, file: parts.get('file') } };
	}
	const { arrangement, problems } = parseArrangement((name) => parts.getAll(name), site);
	const themes = arrangeThemes(site, arrangement).themes.map(({ themeId }) => themeId);
	const { granularity, counts } = site;
	const { papers } = counts;
	const filters = parseFilters((name) => parts.getAll(name), { themes, granularity });
	const settings = parseSettings((name) => parts.get(name), { papers, granularity, themes });
	const asked: Asked = { arrangement, filters: filters.filters, settings: settings.settings };
	return { kind: 'own', asked, problems: [...problems, ...filters.problems, ...settings.problems] };
}
