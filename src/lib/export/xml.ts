const named: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Whether XML 1.0 has a way to write a character (production 2); halves of surrogate pairs have none. */
function isWritable(code: number): boolean {
	if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
	return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** A text as it stands in XML and HTML, between tags and between quotes. */
export function escapeXml(text: string): string {
	let escaped = '';
	for (const character of text) {
		escaped += named[character] ?? (isWritable(character.codePointAt(0) as number) ? character : '\ufffd');
	}
	return escaped;
}
