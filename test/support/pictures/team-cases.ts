import type { ComponentProps } from 'svelte';

import type { TeamRow } from '../../../src/lib/drawing/model.ts';
import { bins, matrix, quarters, summary, teamPeriods, teamRows } from '../gallery/samples.ts';
import { part, type Case } from './case.ts';
import { TeamByTheme, TeamHistogram, TeamOverTime, ThemeTeamMatrix } from './components.ts';

const nothing = () => {};
const usual = bins([4, 6, 9, 17, 24, 6, 2], 7);
const periods = quarters(12, (index) => 30 + index * 9);
const long = 'machine translation of low-resource languages with little parallel text and many dialects';
const withLong = <Row extends { id: number; label: string }>(rows: readonly Row[]) =>
	rows.map((row) => ({
		...row,
		label: row.id === 0 ? long : row.id === 1 ? 'W'.repeat(60) : row.label
	}));

function histogram(name: string, props: Partial<ComponentProps<typeof TeamHistogram>>, width = 480): Case {
	const all = {
		bins: usual,
		summary: summary(6),
		brush: null,
		unknownSelected: false,
		onbrush: nothing,
		...props,
		defaultWidth: width
	};
	return { name, width, height: 240, form: 'svg', parts: [part(TeamHistogram, all)] };
}

function overTime(name: string, props: Partial<ComponentProps<typeof TeamOverTime>>, width = 480): Case {
	const all = {
		periods: teamPeriods(periods),
		offAxis: { coarse: 0, undated: 0 },
		...props,
		defaultWidth: width
	};
	return { name, width, height: 240, form: 'svg', parts: [part(TeamOverTime, all)] };
}

function byTheme(
	name: string,
	rows: readonly TeamRow[],
	{ width = 640, height = 40 + rows.length * 32, highlighted = null as number | null } = {}
): Case {
	return { name, width, height, form: 'html', parts: [part(TeamByTheme, { rows, highlighted })] };
}

function shades(
	name: string,
	props: Partial<ComponentProps<typeof ThemeTeamMatrix>>,
	{ width = 640, height = 280 } = {}
): Case {
	const all = { rows: matrix(8, usual.length), bins: usual, highlighted: null, ...props };
	return { name, width, height, form: 'html', parts: [part(ThemeTeamMatrix, all)] };
}

const known = teamRows(6).map((row) => ({ ...row, unknown: 0 }));
const unsized = teamRows(4).map((row) => ({ ...row, summary: null, unknown: 12 }));

export const teamCases: readonly Case[] = [
	histogram('team-histogram', {}),
	histogram('team-histogram-brush', { brush: { from: 2, to: 10 } }),
	histogram('team-histogram-unknown', { unknownSelected: true }),
	histogram('team-histogram-large', {
		bins: bins([120_345, 98_000, 1_234_567, 890_001, 1_400_500, 300_000, 12], 55_000)
	}),
	histogram('team-histogram-empty', { bins: [], summary: null }),
	histogram('team-histogram-unknown-only', { bins: bins([], 75).slice(-1), summary: null }),
	histogram('team-histogram-narrow', {}, 320),
	byTheme('team-by-theme', teamRows(9), { highlighted: 3 }),
	byTheme('team-by-theme-known', known),
	byTheme('team-by-theme-many', teamRows(24)),
	byTheme('team-by-theme-long-names', withLong(teamRows(4)), { height: 260 }),
	byTheme('team-by-theme-unknown', unsized, { height: 40 }),
	byTheme('team-by-theme-empty', [], { height: 40 }),
	byTheme('team-by-theme-narrow', teamRows(5), { width: 360, height: 330 }),
	overTime('team-over-time', {}),
	overTime('team-over-time-unknowns', { offAxis: { coarse: 12, undated: 5 }, offAxisSelected: 'coarse' }),
	overTime('team-over-time-one-period', { periods: teamPeriods(quarters(1, () => 41)) }),
	overTime('team-over-time-gaps', {
		periods: teamPeriods(periods.map((one, index) => ({ ...one, papers: [0, 9, 30, 40][index % 4]! })))
	}),
	overTime('team-over-time-empty', { periods: [] }),
	shades('matrix', { highlighted: 1 }),
	shades('matrix-many', { rows: matrix(20, usual.length) }, { height: 640 }),
	shades('matrix-long-names', { rows: withLong(matrix(4, usual.length)) }, { height: 260 }),
	shades('matrix-narrow', { rows: matrix(4, usual.length) }, { width: 360, height: 280 }),
	shades('matrix-empty', { rows: [] }, { height: 40 })
];
