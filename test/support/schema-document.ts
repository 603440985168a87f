import { tables, type Table } from '../../src/lib/dataset/schema.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');

/** The schema as Markdown, for the README of `src/lib/dataset`. `?` marks a nullable column. */
export function schemaDocument(): string {
	return Object.entries<Table>(tables)
		.map(([name, table]) => {
			const columns = Object.entries(table.columns).map(
				([column, { type, nullable, note }]) =>
					`| \`${column}\` | \`${type}${nullable ? '?' : ''}\` | ${cell(note)} |`
			);
			return [
				`#### \`${name}\``,
				'',
				`In \`${table.group}\`; rows in the order of ${table.key.map((key) => `\`${key}\``).join(', ')}.`,
				'',
				'| column | type | meaning |',
				'| --- | --- | --- |',
				...columns
			].join('\n');
		})
		.join('\n\n');
}

/** Replaces what stands between the two markers of a Markdown text. */
export function withSchema(document: string): string {
	return document.replace(
		/(<!-- schema -->\n)[\s\S]*(<!-- \/schema -->)/,
		(_, start: string, end: string) => `${start}\n${schemaDocument()}\n\n${end}`
	);
}
