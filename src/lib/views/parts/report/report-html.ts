import { escapeXml } from '../../../export/xml.ts';
import { linePaths } from '../../../drawing/line-path.ts';
import { formatNumber, unbroken } from '../../../format/format.ts';
import type { ReportContent, ReportFact, ReportFigure, ReportPaper } from './report-content.ts';
import type { ReportLead, ThemeLine } from './report-lead.ts';
import { reportStyle } from './report-print.ts';

/** A text of any origin as part of the page; numbers keep their signs beside them. */
const text = (words: string) => escapeXml(unbroken(words));

function facts(list: readonly ReportFact[]): string {
	return `<dl>${list.map(({ name, value }) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('')}</dl>`;
}

/** A text that takes at most so many lines where the page has no room for more. */
const lines = (words: string, most: number, tag = 'p', kind = '') =>
	`<${tag} class="lines ${kind}" style="--lines: ${most}">${text(words)}</${tag}>`;

/** Steps of a sparkline, in pixels. */
const spark = { width: 84, height: 18 };

function sparkline({ shares, colour }: Pick<ThemeLine, 'shares' | 'colour'>): string {
	if (shares.length < 2) return '';
	const { width, height } = spark;
	const most = Math.max(...shares.map((share) => share ?? 0), 1e-9);
	const points = shares.map((share, at) => ({
		x: 2 + (at / (shares.length - 1)) * (width - 5),
		y: share === null ? null : height - 2 - (share / most) * (height - 5),
		partial: false
	}));
	const { solid, lone } = linePaths(points);
	const [last, ink] = [points.at(-1)!, text(colour)];
	const dot = ({ x, y }: { x: number; y: number | null }, r: number) =>
		y === null ? '' : `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r}" fill="${ink}"/>`;
	return (
		`<svg class="spark" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">` +
		`<path d="M0 ${height - 1}H${width}" stroke="#d8d5cc"/><path d="${solid}" fill="none" ` +
		`stroke="${ink}" stroke-width="1.5"/>${lone.map((one) => dot(one, 1)).join('')}${dot(last, 2)}</svg>`
	);
}

const swatch = ({ colour }: Pick<ThemeLine, 'colour'>) =>
	`<span class="swatch" style="background: ${text(colour)}"></span>`;

const moveFacts = ({ isCounted, isGone, sure }: ThemeLine) =>
	[isGone && 'came and went', sure, !isCounted && 'on the trend line'].filter(Boolean).join(', ');

function moves(caption: string, themes: readonly ThemeLine[], more: number): string {
	const items = themes.map(
		(theme) =>
			`<li><span class="name"><span class="cut">${swatch(theme)}${text(theme.name)}</span>` +
			`<span class="soft">${text(moveFacts(theme))}</span></span>` +
			`<span class="move">${sparkline(theme)}<b>${text(theme.change ?? '')}</b></span></li>`
	);
	const list = items.length === 0 ? '<p class="soft">None clearly.</p>' : `<ul>${items.join('')}</ul>`;
	const others = more === 0 ? '' : `<p class="soft">and ${formatNumber(more)} more</p>`;
	return `<div><h3>${caption} <span class="soft">share of papers</span></h3>${list}${others}</div>`;
}

/** Themes that the second page has room for. */
const mostThemes = 25;

/** A cell of the table of themes: its heading, its width and what it says; `narrow` ones give way on a phone. */
interface ThemeCell {
	head: string;
	kind: string;
	width: string;
	cell(theme: ThemeLine): string;
}

const themeCells: readonly (ThemeCell & { ofTrends?: boolean })[] = [
	{
		...{ head: 'Theme', kind: 'cut', width: 'auto' },
		cell: (theme) => `${swatch(theme)}${text(theme.name)}`
	},
	{ head: 'Papers', kind: 'number', width: '3.5rem', cell: ({ papers }) => formatNumber(papers) },
	{ head: 'Share', kind: 'number', width: '3.4rem', cell: ({ share }) => text(share) },
	{ head: 'Team', kind: 'number narrow', width: '3.2rem', cell: ({ team }) => text(team) },
	{ head: 'Over time', kind: 'line narrow', width: '7.7rem', ofTrends: true, cell: sparkline },
	{
		...{ head: 'Trend', kind: 'cut', width: '34%', ofTrends: true },
		cell: ({ trend, sure }) => text([trend, sure].filter(Boolean).join(', '))
	}
];

function themeTable({ isTested }: ReportLead, themes: readonly ThemeLine[]): string {
	const cells = themeCells.filter(({ ofTrends }) => isTested || !ofTrends);
	const each = (make: (cell: ThemeCell) => string) => cells.map(make).join('');
	return (
		`<table class="fixed"><colgroup>${each(({ width, kind }) => `<col class="${kind}" style="width: ${width}">`)}</colgroup>` +
		`<thead><tr>${each(({ head, kind }) => `<th class="${kind}">${head}</th>`)}</tr></thead><tbody>` +
		themes
			.map((theme) => `<tr>${each(({ kind, cell }) => `<td class="${kind}">${cell(theme)}</td>`)}</tr>`)
			.join('') +
		'</tbody></table>'
	);
}

function themeSection(lead: ReportLead): string {
	const { themes } = lead;
	const rest = themes.slice(mostThemes);
	const papers = rest.reduce((sum, theme) => sum + theme.papers, 0);
	const more =
		rest.length === 0
			? ''
			: `<p class="soft">${formatNumber(rest.length)} smaller themes (${formatNumber(papers)} papers) stand in the details.</p>`;
	return `${themeTable(lead, themes.slice(0, mostThemes))}${more}`;
}

function teams({ teams: words, teamBins: bins }: ReportLead): string {
	const most = Math.max(1, ...bins.map(({ papers }) => papers));
	const bars = bins.map(
		({ label, papers }) =>
			`<li${label === 'unknown' ? ' class="unknown"' : ''}>${formatNumber(papers)}` +
			`<i style="height: ${((papers / most) * 2).toFixed(2)}rem"></i><span class="soft">${text(label)}</span></li>`
	);
	return `<p>${text(words)}</p><ol class="bins" aria-label="Papers by number of authors">${bars.join('')}</ol>`;
}

function firstPage(content: ReportContent): string {
	const { corpus, papersWords, filters, address, sentences, lead, chart } = content;
	const fallen = lead.falling.some(({ isGone }) => isGone) ? 'Falling, or came and went' : 'Falling';
	const drawn = chart
		? `<figure class="${chart.small ? 'both' : 'alone'}">${chart.svg}${chart.small ?? ''}<figcaption>${lines(`${chart.title}. ${chart.caption}`, 2, 'p', 'soft')}</figcaption></figure>`
		: '';
	return (
		`<section class="sheet">${lines(corpus, 2, 'h1')}` +
		`${lines(`${papersWords}; ${filters}`, 2, 'p', 'soft')}` +
		`<p class="soft cut">This view: <a href="${text(address)}">${text(address)}</a></p>` +
		`<ul class="sentences">${sentences.map((words) => `<li>${lines(words, 2)}</li>`).join('')}</ul>` +
		`<h2>What moves</h2>${lines(lead.moves, 2, 'p', 'soft')}` +
		(lead.isTested
			? `<div class="moves">${moves('Rising', lead.rising, lead.more.rising)}${moves(fallen, lead.falling, lead.more.falling)}</div>`
			: '') +
		`${drawn}</section>`
	);
}

function secondPage({ lead, account, filters, papersWords, how, citation }: ReportContent): string {
	const shown = `Shown: ${papersWords}; ${filters}.`;
	const leftOut = lines(`Records: ${account}.`, 2) + lines(shown, 1) + lines(`Trends: ${lead.window}`, 2);
	return (
		`<section class="sheet"><h2>Themes</h2>${themeSection(lead)}` +
		`<h2>Team size (authors)</h2>${teams(lead)}` +
		`<h2>What was left out</h2>${leftOut}` +
		`<h2>How it was done</h2><ol class="how">${how.map((words) => `<li>${text(words)}</li>`).join('')}</ol>` +
		`<h2>To cite</h2>${lines(citation, 3)}</section>`
	);
}

function figure({ svg, title, description, table }: ReportFigure): string {
	const cell = (value: string | number, column: number, tag: string) =>
		`<${tag}${column > 0 ? ' class="number"' : ''}>${text(String(value))}</${tag}>`;
	const row = (cells: readonly (string | number)[], tag: string) =>
		`<tr>${cells.map((value, column) => cell(value, column, tag)).join('')}</tr>`;
	return (
		`<figure aria-label="${text(title)}">${svg}<figcaption class="soft"><details><summary>Data</summary>` +
		`<p>${text(description)}</p><div class="wide"><table><caption>${text(table.caption)}</caption>` +
		`<thead>${row(table.header, 'th')}</thead><tbody>${table.rows.map((cells) => row(cells, 'td')).join('')}` +
		'</tbody></table></div></details></figcaption></figure>'
	);
}

function paperRow({ title, published, teamSize, theme }: ReportPaper, index: number): string {
	return (
		`<tr><td class="number">${formatNumber(index + 1)}</td><td>${text(title || 'Untitled')}</td>` +
		`<td>${text(published)}</td><td class="number">${teamSize === null ? 'unknown' : formatNumber(teamSize)}</td>` +
		`<td>${text(theme)}</td></tr>`
	);
}

function paperList({ papers, total, order, papersAddress }: ReportContent): string {
	const all = `<a href="${text(papersAddress)}">All ${formatNumber(total)} on the web</a>`;
	if (papers.length === 0) return `<p>${all}</p>`;
	const some =
		papers.length < total
			? `The first ${formatNumber(papers.length)} of ${formatNumber(total)}, ${order}`
			: `All ${formatNumber(total)}, ${order}`;
	return (
		`<p class="soft">${text(some)}. ${all}</p><div class="wide"><table><thead><tr><th></th><th>Title</th><th>Date</th>` +
		`<th class="number">Team size</th><th>Theme</th></tr></thead><tbody>${papers.map(paperRow).join('')}</tbody></table></div>`
	);
}

function details(content: ReportContent): string {
	const { lead, method, figures, parameters } = content;
	const sections = [
		`<h2>Details: the dataset</h2>${facts(content.facts)}`,
		lead.themes.length > mostThemes ? `<h2>All themes</h2>${themeTable(lead, lead.themes)}` : '',
		figures.length === 0 ? '' : `<h2>Charts</h2>${figures.map(figure).join('')}`,
		`<h2>Method</h2>${method.map(({ title, text: words }) => `<h3>${text(title)}</h3><p>${text(words)}</p>`).join('')}`,
		`<h2>To cite</h2><p>${text(content.citation)}</p>`,
		`<h2>Parameters</h2>${facts(parameters)}`,
		`<div class="papers"><h2>Papers</h2>${paperList(content)}</div>`
	];
	return `<section class="details">${sections.join('\n')}</section>`;
}

/**
 * A report as one HTML file: no script, nothing fetched, and every text of papers, filters and parameters escaped.
 * Printed on A4 or Letter, the answers take two pages and the details follow.
 */
export function reportHtml(content: ReportContent): string {
	const sections = [firstPage(content), secondPage(content), details(content)];
	return (
		'<!doctype html><html lang="en"><head><meta charset="utf-8">' +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">` +
		'<meta name="viewport" content="width=device-width, initial-scale=1">' +
		`<title>${text(content.corpus)}: report</title><style>${reportStyle}</style></head>` +
		`<body><main>${sections.join('\n')}</main></body></html>\n`
	);
}
