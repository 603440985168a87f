import type { ThemeArrangement } from '../../lib/themes/arrangement.ts';
import { parseArrangement, type ArrangementName } from '../../lib/themes/syntax.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import type { ArrangedThemes } from '../../lib/themes/arrange.ts';
import { UsageError } from '../errors.ts';

/** Options that arrange the themes, as they were given. */
export interface ArrangementOptions {
	themes?: string | undefined;
	merge?: string[] | undefined;
	name?: string[] | undefined;
}

/** What to write instead of a value that was not understood. */
function hint(problem: string, { counts, tree }: Manifest): string {
	const name = problem.slice(0, problem.indexOf('='));
	const value = problem.slice(name.length + 1);
	if (name === 'themes') return `--themes ${value}: write a number from 1 to ${counts.leaves}.`;
	const nodes = `theme numbers go from 0 to ${tree.length - 1}`;
	if (name === 'merge') {
		return `--merge ${value}: write themes that are to be one as 12-40 (${nodes}); none may be part of another.`;
	}
	return `--name "${value}": write the number of a theme, a colon and its name, as 12:Reasoning (${nodes}).`;
}

/**
 * Options as an arrangement of the themes, in the syntax that the page's address has.
 * @throws UsageError naming what was not understood
 */
export function arrangementFrom(options: ArrangementOptions, manifest: Manifest): ThemeArrangement {
	const values: Record<ArrangementName, string[]> = {
		themes: options.themes === undefined ? [] : [options.themes],
		merge: options.merge ?? [],
		name: options.name ?? []
	};
	const { arrangement, problems } = parseArrangement((name) => values[name], manifest);
	if (problems.length > 0) {
		throw new UsageError(problems.map((problem) => hint(problem, manifest)).join('\n'));
	}
	return arrangement;
}

/**
 * Makes sure that an arrangement joins and names themes that are there.
 * @throws UsageError for a group that rests, because a theme reaches beyond it, and for the name of no theme
 */
export function requireInForce({ names }: ThemeArrangement, { themes, resting }: ArrangedThemes): void {
	const shown = new Set(themes.map(({ themeId }) => themeId));
	const problems = [
		...resting.map((group) => `--merge ${group.join('-')}`),
		...[...names].filter(([id]) => !shown.has(id)).map(([id, name]) => `--name "${id}:${name}"`)
	];
	if (problems.length === 0) return;
	const known = themes.map(({ themeId, label }) => `  ${themeId}  ${label}`).join('\n');
	throw new UsageError(`${problems.join(', ')}: the themes are\n${known}`);
}
