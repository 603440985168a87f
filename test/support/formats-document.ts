import { formats } from '../../src/lib/corpus/formats/registry.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');
const byLabel = (a: string, b: string) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);

/** The formats as Markdown, for data/README.md, in the order of their names. */
function formatsDocument(): string {
	const rows = [...formats]
		.sort((a, b) => byLabel(a.label, b.label))
		.map(({ id, label, extensions, source }) => {
			const name = label.charAt(0).toUpperCase() + label.slice(1);
			const ends = extensions.map((extension) => `\`.${extension}\``).join(' ');
			return `| ${[name, source, ends, `\`${id}\``].map(cell).join(' | ')} |`;
		});
	return ['| format | comes from | usual endings | `--format` |', '| --- | --- | --- | --- |', ...rows].join(
		'\n'
	);
}

/** Replaces what stands between the two markers of a Markdown text. */
export function withFormats(document: string): string {
	return document.replace(
		/(<!-- formats -->\n)[\s\S]*(<!-- \/formats -->)/,
		(_, start: string, end: string) => `${start}\n${formatsDocument()}\n\n${end}`
	);
}
