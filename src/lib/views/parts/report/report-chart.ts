import { fastestMoves } from '../../../analysis/trends/ranking.ts';
import { spreadLabels } from '../../../drawing/labels.ts';
import { escapeXml } from '../../../export/xml.ts';
import type { LeadFigure } from './report-content.ts';
import type { ReportLead, ThemeLine } from './report-lead.ts';

const width = 960;
const height = 330;
const edge = { left: 52, right: 300, top: 14, bottom: 28 };
/** Lines where none moves. */
const fewLines = 5;
/** Height of a label, in pixels. */
const leading = 19;

/** The themes that move most, as many of either kind as there is room for; the largest where none surely moves. */
function shownLines({ rising, falling, themes }: ReportLead): readonly ThemeLine[] {
	const moving = fastestMoves(rising, falling);
	return moving.length > 0 ? moving : themes.slice(0, fewLines);
}

/** Where labels stand beside the ends of their lines, none over another. */
const labelPlaces = (ends: readonly number[]) =>
	spreadLabels(
		ends.map((y) => ({ y, height: leading })),
		edge.top - leading / 2,
		height - edge.bottom + leading / 2
	);

const cut = (name: string, most: number) =>
	name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;

const inner = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };
const soft = 'fill="#55585c"';

const text = (at: number, down: number, words: string, more: string) =>
	`<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" font-size="13" ${more}>${escapeXml(words)}</text>`;

type Scale = (value: number) => number;

/** Lines at no share, half of the largest and the largest, and the first, middle and last period. */
function axes(periods: readonly string[], most: number, x: Scale, y: Scale): string {
	const ticks = [0, most / 2, most].map(
		(share) =>
			`<path d="M${edge.left} ${y(share).toFixed(1)}h${inner.width}" stroke="#d8d5cc"/>` +
			text(edge.left - 8, y(share) + 4, `${Math.round(share * 1000) / 10} %`, `text-anchor="end" ${soft}`)
	);
	const dates = [0, Math.floor((periods.length - 1) / 2), periods.length - 1].map((at) =>
		text(x(at), height - 8, periods[at] ?? '', `text-anchor="middle" ${soft}`)
	);
	return [...ticks, ...dates].join('');
}

/**
 * One frame with the shares of the themes that move most, each line named at its end; `null` where nothing is tested.
 * @param unit of the periods
 */
export function movesChart(lead: ReportLead, unit: string): LeadFigure | null {
	const { periods } = lead;
	const lines = shownLines(lead);
	const most = Math.max(...lines.flatMap(({ shares }) => shares), 0);
	if (periods.length < 2 || most === 0) return null;
	const x = (at: number) => edge.left + (at / (periods.length - 1)) * inner.width;
	const y = (share: number) => edge.top + (1 - share / most) * inner.height;
	const ends = lines.map(({ shares }) => y(shares.at(-1) ?? 0));
	const places = labelPlaces(ends);
	const drawn = lines.map(({ shares, colour, name }, at) => {
		const points = shares.map((share, place) => `${x(place).toFixed(1)},${y(share).toFixed(1)}`);
		const [end, place] = [ends[at] ?? 0, places[at] ?? 0];
		const right = edge.left + inner.width;
		return (
			`<g stroke="${escapeXml(colour)}" fill="none"><path d="M${points.join('L')}" stroke-width="2"/>` +
			`<path d="M${right + 3} ${end.toFixed(1)}L${right + 16} ${place.toFixed(1)}"/></g>` +
			text(right + 20, place + 4, cut(name, 38), `fill="#1b1c1e"`)
		);
	});
	const svg =
		`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
		`<title>Shares of ${lines.length} themes</title>${axes(periods, most, x, y)}${drawn.join('')}</svg>`;
	const moves = lead.rising.length + lead.falling.length > 0;
	return {
		svg,
		title: `Share of papers by ${unit}: ${moves ? 'themes that move most' : 'the largest themes'}`,
		caption: `${periods[0]} to ${periods.at(-1)}, whole periods only`
	};
}
