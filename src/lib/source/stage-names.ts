import type { Stage } from './hooks.ts';

/** What a build does in each stage, in words. */
export const stageNames: Readonly<Record<Stage, string>> = {
	read: 'Reading',
	vocabulary: 'Counting words',
	reduce: 'Reducing to meanings',
	choose: 'Choosing the number of themes',
	cluster: 'Finding themes',
	label: 'Naming themes',
	layout: 'Drawing the map',
	assign: 'Assigning papers',
	write: 'Writing'
};
