/**
 * The look of a report: on screen a sheet of two pages' width, printed two pages on A4 or Letter and the details after
 * them. In print, texts of any length are cut to the lines that a page has room for; the details have them whole.
 */
export const reportStyle = `
:root { color: #1b1c1e; background: #fff; color-scheme: light;
	font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; font-variant-numeric: tabular-nums; }
* { box-sizing: border-box; }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; padding-top: .5rem; border-top: 1px solid #1b1c1e; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .25rem 0; }
.soft { color: #55585c; }
.sentences { margin: .75rem 0; padding: 0; list-style: none; }
.sentences li { padding: .3rem 0; border-top: 1px solid #d8d5cc; font-size: 1.05rem; line-height: 1.3; }
.sentences li:first-child { border-top: 0; font-size: 1.2rem; font-weight: 600; }
.sentences p { margin: 0; text-wrap: pretty; }
.moves { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.moves > div { min-width: 0; }
.moves h3 { margin: .4rem 0 .2rem; } .moves ul { margin: 0; padding: 0; list-style: none; }
.moves li { padding: .2rem 0; border-top: 1px solid #d8d5cc; }
.move { display: flex; gap: .55rem; align-items: center; } .move b { font-weight: 600; }
.name { display: flex; gap: .75rem; align-items: baseline; justify-content: space-between; }
.name .cut { flex: 0 1 auto; min-width: 35%; } .name .soft { flex: 0 0 auto; max-width: 60%; font-size: .86em; text-align: end; } .moves h3 .soft { font-size: .86rem; font-weight: 400; }
.cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
figure { margin: .75rem 0; break-inside: avoid; }
figure > svg { display: block; max-width: 100%; height: auto; } .small { display: none; }
.legend { margin: .25rem 0; padding: 0; list-style: none; font-size: .86rem; }
table { border-collapse: collapse; width: 100%; font-size: .86rem; }
caption { padding-bottom: .2rem; text-align: start; font-weight: 600; }
th, td { padding: .2rem .6rem .2rem 0; border-top: 1px solid #d8d5cc; text-align: start; vertical-align: middle; }
th { color: #55585c; font-weight: 400; }
td.number, th.number { text-align: end; white-space: nowrap; }
td.line, th.line { padding-left: 1rem; }
.fixed { table-layout: fixed; }
.spark { display: block; }
.swatch { display: inline-block; width: .6em; height: .6em; margin-right: .45em; border-radius: 50%; }
.bins { display: flex; gap: 2px; align-items: end; height: 4.6rem; margin: .5rem 0 0; padding: 0; list-style: none; }
.bins li { display: flex; flex: 1; flex-direction: column; justify-content: end; height: 100%; text-align: center; font-size: .75rem; line-height: 1.2; }
.bins i { display: block; background: #8a8983; } .bins li.unknown i { background: #d8d5cc; }
ol.how { margin: .25rem 0; padding-left: 1.2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.5rem; margin: .5rem 0; }
dt { color: #55585c; } dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } summary { cursor: pointer; } a { color: inherit; overflow-wrap: anywhere; text-underline-offset: .15em; }
.details { margin-top: 3rem; }
.details p { max-width: 68ch; }
.papers table { width: auto; }
@media (max-width: 40rem) { .moves { grid-template-columns: 1fr; } dl { grid-template-columns: 1fr; } .narrow { display: none; } }
@media screen and (max-width: 40rem) {
	body { padding-inline: 1rem; }
	figure { overflow-x: auto; } figure > svg { max-width: none; }
	.both > svg { display: none; } .both > .small { display: block; }
	.cut { overflow: visible; white-space: normal; } .fixed td { vertical-align: top; overflow-wrap: anywhere; }
}
@page { margin: 12mm 15mm; }
@media print {
	:root { font-size: 9.6pt; line-height: 1.36; }
	.lines { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; -webkit-line-clamp: var(--lines, 2); }
	.fixed col.line { width: 6.4rem !important; }
	body { max-width: none; padding: 0; }
	h1 { font-size: 17pt; } h2 { margin: 3mm 0 1mm; padding-top: 1.2mm; break-after: avoid; }
	.moves { grid-template-columns: 1fr 1fr; } .moves li { padding: .3mm 0; }
	.sheet { break-after: page; break-inside: avoid; }
	.sheet figure { margin: 2mm 0 0; }
	.sheet figure > svg { max-height: 68mm; margin-inline: auto; }
	.sheet figure.alone > svg { max-height: 125mm; }
	.sheet h2 { margin-top: 2.2mm; }
	.sheet table { font-size: 7.9pt; line-height: 1.24; }
	.sheet th, .sheet td { padding-block: .2mm; } .spark { height: 3.4mm; width: auto; }
	.bins { height: 3.6rem; margin: 0; }
	.details { margin: 0; } .details > h2:first-child { margin-top: 0; }
	tr, li { break-inside: avoid; }
	details { display: none; }
}
`;
