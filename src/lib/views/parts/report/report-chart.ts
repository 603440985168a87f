import { fastestMoves } from '../../../analysis/trends/ranking.ts';
import { spreadLabels } from '../../../drawing/labels.ts';
import { linePaths } from '../../../drawing/line-path.ts';
import { roundUp, shareTicks } from '../../../drawing/ticks.ts';
import { escapeXml } from '../../../export/xml.ts';
import { formatPercentTick, unbroken } from '../../../format/format.ts';
import type { LeadFigure } from './report-content.ts';
import type { ReportLead, ThemeLine } from './report-lead.ts';

/** In pixels. */
interface Layout {
	width: number;
	height: number;
	edge: { left: number; right: number; top: number; bottom: number };
}

const page: Layout = { width: 960, height: 330, edge: { left: 52, right: 300, top: 14, bottom: 28 } };
/** Of a phone, where names have no room beside the lines. */
const phone: Layout = { width: 340, height: 240, edge: { left: 46, right: 18, top: 10, bottom: 26 } };
/** Lines where none moves. */
const fewLines = 5;
/** Height of a label, in pixels. */
const leading = 19;

/** The themes that move most, as many of either kind as there is room for; the largest where none surely moves. */
function shownLines({ rising, falling, themes }: ReportLead): readonly ThemeLine[] {
	const moving = fastestMoves(rising, falling);
	return moving.length > 0 ? moving : themes.slice(0, fewLines);
}

const cut = (name: string, most: number) =>
	name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;

const soft = 'fill="#55585c"';

const text = (at: number, down: number, words: string, more: string) =>
	`<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" font-size="13" ${more}>${escapeXml(unbroken(words))}</text>`;

interface Scales {
	x: (step: number) => number;
	y: (share: number) => number;
	/** The share at the upper edge. */
	top: number;
}

function scalesOf({ width, height, edge }: Layout, steps: number, most: number): Scales {
	const top = Math.min(1, roundUp(most * headroom, 0.01));
	return {
		top,
		x: (step) => edge.left + (step / (steps - 1)) * (width - edge.left - edge.right),
		y: (share) => edge.top + (1 - share / top) * (height - edge.top - edge.bottom)
	};
}

/** So that no line touches the upper edge. */
const headroom = 1.04;

/** Lines at round shares, and the first, middle and last period. */
function axes(periods: readonly string[], { width, height, edge }: Layout, { x, y, top }: Scales): string {
	const across = width - edge.left - edge.right;
	const ticks = shareTicks(top, 4).map(
		(share) =>
			`<path d="M${edge.left} ${y(share).toFixed(1)}h${across}" stroke="#d8d5cc"/>` +
			text(edge.left - 8, y(share) + 4, formatPercentTick(share), `text-anchor="end" ${soft}`)
	);
	const dates = [0, Math.floor((periods.length - 1) / 2), periods.length - 1].map((at) =>
		text(x(at), height - 8, periods[at] ?? '', `text-anchor="middle" ${soft}`)
	);
	return [...ticks, ...dates].join('');
}

/** A line with its gaps: periods that are not tested. */
function drawnLine({ shares, colour }: ThemeLine, { x, y }: Scales): string {
	const points = shares.map((share, step) => ({
		x: x(step),
		y: share === null ? null : y(share),
		partial: false
	}));
	const { solid, lone } = linePaths(points);
	const ink = escapeXml(colour);
	const dots = lone.map(
		(dot) => `<circle cx="${dot.x.toFixed(1)}" cy="${dot.y.toFixed(1)}" r="2" fill="${ink}"/>`
	);
	return `<path d="${solid}" stroke="${ink}" fill="none" stroke-width="2"/>${dots.join('')}`;
}

/** Names beside the ends of their lines, none over another. */
function names(lines: readonly ThemeLine[], { width, height, edge }: Layout, { y }: Scales): string {
	const ends = lines.map(({ shares }) => y(shares.at(-1) ?? 0));
	const places = spreadLabels(
		ends.map((end) => ({ y: end, height: leading })),
		edge.top - leading / 2,
		height - edge.bottom + leading / 2
	);
	const right = width - edge.right;
	return lines
		.map(({ colour, name }, at) => {
			const [end, place] = [ends[at]!, places[at]!];
			const leader = `M${right + 3} ${end.toFixed(1)}L${right + 16} ${place.toFixed(1)}`;
			return (
				`<path d="${leader}" stroke="${escapeXml(colour)}" fill="none"/>` +
				text(right + 20, place + 4, cut(name, 38), 'fill="#1b1c1e"')
			);
		})
		.join('');
}

/**
 * One frame with the shares of the themes that move most, each line named at its end or, on a phone, below; `null` where
 * nothing is tested.
 * @param unit of the periods
 */
export function movesChart(lead: ReportLead, unit: string): LeadFigure | null {
	const { periods } = lead;
	const lines = shownLines(lead);
	const most = Math.max(...lines.flatMap(({ shares }) => shares.map((share) => share ?? 0)), 0);
	if (periods.length < 2 || most === 0) return null;
	const draw = (layout: Layout, more: (scales: Scales) => string): string => {
		const { width, height } = layout;
		const scales = scalesOf(layout, periods.length, most);
		const drawn = lines.map((line) => drawnLine(line, scales)).join('');
		return (
			`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
			`<title>Shares of ${lines.length} themes</title>${axes(periods, layout, scales)}${drawn}${more(scales)}</svg>`
		);
	};
	const legend = lines.map(
		({ name, colour }) =>
			`<li><span class="swatch" style="background: ${escapeXml(colour)}"></span>${escapeXml(name)}</li>`
	);
	const moves = lead.rising.length + lead.falling.length > 0;
	return {
		svg: draw(page, (scales) => names(lines, page, scales)),
		small: `<div class="small">${draw(phone, () => '')}<ul class="legend">${legend.join('')}</ul></div>`,
		title: `Share of papers by ${unit}: ${moves ? 'themes that move most' : 'the largest themes'}`,
		caption: `${periods[0]} to ${periods.at(-1)}, whole periods with 20 papers or more`
	};
}
