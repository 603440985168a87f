import { escapeXml } from '../../../export/xml.ts';
import { formatNumber } from '../../../format/format.ts';

/** A name and what it stands for. */
export interface ReportFact {
	name: string;
	value: string;
}

/** A chart of the report; everything in it is text but the drawing. */
export interface ReportFigure {
	/** A whole SVG element, already escaped. */
	svg: string;
	title: string;
	description: string;
	table: {
		readonly caption: string;
		readonly header: readonly string[];
		readonly rows: readonly (readonly (string | number)[])[];
	};
}

export interface ReportPaper {
	title: string;
	published: string;
	teamSize: number | null;
	theme: string;
}

/** Everything that a report says. */
export interface ReportContent {
	corpus: string;
	/** How many papers of how many. */
	papersWords: string;
	/** The filters, in words. */
	filters: string;
	address: string;
	facts: readonly ReportFact[];
	figures: readonly ReportFigure[];
	method: readonly { title: string; text: string }[];
	citation: string;
	parameters: readonly ReportFact[];
	papers: readonly ReportPaper[];
	/** Papers that pass the filters; the list may hold fewer. */
	total: number;
	/** How the list is ordered. */
	order: string;
}

const style = `
:root { color: #1b1c1e; background: #fff; font: 15px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
body { max-width: 72rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid #1b1c1e; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { max-width: 68ch; margin: .25rem 0; }
.soft { color: #55585c; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.5rem; margin: 1rem 0; }
dt { color: #55585c; } dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 1.5rem 0; break-inside: avoid; } figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: .85rem; } caption { text-align: start; color: #55585c; }
th, td { padding: .2rem .8rem .2rem 0; border-top: 1px solid #d8d5cc; text-align: start; vertical-align: baseline; }
td.number, th.number { text-align: end; } .wide { overflow-x: auto; }
code { overflow-wrap: anywhere; } summary { cursor: pointer; }
`;

const text = escapeXml;

function facts(list: readonly ReportFact[]): string {
	return `<dl>${list.map(({ name, value }) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('')}</dl>`;
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

function paperList({ papers, total, order }: ReportContent): string {
	const some =
		papers.length < total
			? `The first ${formatNumber(papers.length)} of ${formatNumber(total)}, ${order}`
			: `All ${formatNumber(total)}, ${order}`;
	return (
		`<p class="soft">${text(some)}</p><div class="wide"><table><thead><tr><th></th><th>Title</th><th>Date</th>` +
		`<th class="number">Team size</th><th>Theme</th></tr></thead><tbody>${papers.map(paperRow).join('')}</tbody></table></div>`
	);
}

/**
 * A report as one HTML file: no script, nothing fetched, and every text of papers, filters and parameters escaped.
 */
export function reportHtml(content: ReportContent): string {
	const { corpus, papersWords, filters, address } = content;
	const sections = [
		`<h1>${text(corpus)}</h1><p>${text(papersWords)}; ${text(filters)}</p>`,
		facts(content.facts),
		`<p>This view: <a href="${text(address)}">${text(address)}</a></p>`,
		`<h2>Charts</h2>${content.figures.map(figure).join('')}`,
		`<h2>Method</h2>${content.method.map(({ title, text: words }) => `<h3>${text(title)}</h3><p>${text(words)}</p>`).join('')}`,
		`<h3>To cite</h3><p>${text(content.citation)}</p>`,
		`<h2>Parameters</h2>${facts(content.parameters)}`,
		`<h2>Papers</h2>${paperList(content)}`
	];
	return (
		'<!doctype html><html lang="en"><head><meta charset="utf-8">' +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">` +
		'<meta name="viewport" content="width=device-width, initial-scale=1">' +
		`<title>${text(corpus)}: report</title><style>${style}</style></head>` +
		`<body><main>${sections.join('\n')}</main></body></html>\n`
	);
}
