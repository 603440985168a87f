import { publishedArrangement, tidyName, type ThemeArrangement } from './arrangement.ts';
import type { ThemeSource } from './arrange.ts';
import { ThemeTree } from '../dataset/theme-tree.ts';

/**
 * The written form of an arrangement, shared by the page's address and the command line. Names and values:
 *
 * - `themes=20`: the cut of the theme tree into so many themes
 * - `merge=12-40` or `merge=12-40,7-9-11`: nodes of the tree that are one theme
 * - `name=12:Reasoning`: what a theme is called; repeated for several
 */
export type ArrangementName = 'themes' | 'merge' | 'name';

const ascending = (a: number, b: number) => a - b;

/** An arrangement as names and values, only what differs from the published themes, always in the same order. */
export function formatArrangement({ cut, merges, names }: ThemeArrangement): [ArrangementName, string][] {
	const groups = merges
		.map((group) => [...group].sort(ascending))
		.sort((a, b) => (a[0] as number) - (b[0] as number));
	return [
		...(cut === null ? [] : [['themes', String(cut)] as [ArrangementName, string]]),
		...(groups.length === 0
			? []
			: [['merge', groups.map((group) => group.join('-')).join(',')] as [ArrangementName, string]]),
		...[...names]
			.sort(([a], [b]) => a - b)
			.map(([id, name]): [ArrangementName, string] => ['name', `${id}:${name}`])
	];
}

const id = (text: string) => (/^\d{1,5}$/.test(text) ? Number(text) : -1);

function parseCut(text: string, tree: ThemeTree): number | null {
	const count = id(text);
	return count >= 1 && count <= tree.leafCount ? count : null;
}

/** Groups of nodes none of which lies below or in another. */
function parseMerges(texts: readonly string[], tree: ThemeTree): number[][] | null {
	const groups = texts.map((text) => text.trim().split('-').map(id));
	const nodes = groups.flat();
	if (!nodes.every((node) => tree.has(node)) || groups.some((group) => group.length < 2)) return null;
	const leaves = nodes.flatMap((node) => tree.leavesOf(node));
	return new Set(leaves).size === leaves.length ? groups : null;
}

function parseName(text: string, tree: ThemeTree): [number, string] | null {
	const match = /^(\d{1,5}):([^]*)$/.exec(text);
	const name = tidyName(match?.[2] ?? '');
	return match && tree.has(Number(match[1])) && name !== '' ? [Number(match[1]), name] : null;
}

/**
 * Reads an arrangement from its written form. What cannot be understood changes nothing and is named in
 * `problems` as `name=value`.
 * @param read all values given for a name, in their order
 */
export function parseArrangement(
	read: (name: ArrangementName) => readonly string[],
	source: ThemeSource
): { arrangement: ThemeArrangement; problems: string[] } {
	const tree = new ThemeTree(source.tree);
	const problems: string[] = [];
	const take = <V>(name: ArrangementName, value: string, parsed: V | null): V | null => {
		if (parsed === null) problems.push(`${name}=${value}`);
		return parsed;
	};
	const cuts = read('themes');
	const last = cuts.at(-1);
	const cut = last === undefined ? null : take('themes', last, parseCut(last, tree));
	const groups = read('merge').flatMap((text) => text.split(','));
	const merges = groups.length === 0 ? null : take('merge', groups.join(), parseMerges(groups, tree));
	const names = read('name')
		.map((text) => take('name', text, parseName(text, tree)))
		.filter((name) => name !== null);
	return {
		arrangement: {
			cut: cut === source.themes.length ? null : cut,
			merges: merges ?? publishedArrangement.merges,
			names: new Map(names)
		},
		problems
	};
}
