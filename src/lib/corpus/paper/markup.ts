const inline =
	'i|b|em|strong|h[1-6]|sub|sup|u|p|br|sc|scp|tt|small|span|italic|bold|sec|title|list|list-item|inline-formula|tex-math|math|abstracttext|label|fixed-case|div';
/** Tags that only style text. Others, `<script>` among them, stay as the text they are. */
const tags = new RegExp(
	`<\\/?(?:(?:${inline})|(?:jats|mml|m|xhtml):[a-z-]+)(?:\\s+[a-z:-]+\\s*=\\s*(?:"[^"<>]*"|'[^'<>]*'))*\\s*\\/?>`,
	'gi'
);
const breaks = /^<\/?(?:jats:)?(?:p|br|h[1-6]|sec|title|list|list-item|div|abstracttext)\b/i;

const entities = new Map(
	Object.entries({
		...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
		...{
			lsquo: '‘',
			rsquo: '’',
			ldquo: '“',
			rdquo: '”',
			copy: '©',
			reg: '®',
			deg: '°',
			plusmn: '±',
			micro: 'µ'
		},
		...{ times: '×', middot: '·', bull: '•', szlig: 'ß', aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø' },
		...{
			alpha: 'α',
			beta: 'β',
			gamma: 'γ',
			delta: 'δ',
			epsilon: 'ε',
			lambda: 'λ',
			mu: 'μ',
			pi: 'π',
			sigma: 'σ'
		},
		...{ theta: 'θ', kappa: 'κ', omega: 'ω', le: '≤', ge: '≥', ne: '≠', minus: '−', thinsp: ' ', ensp: ' ' }
	})
);
const accents: Readonly<Record<string, string>> = {
	...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327' },
	...{ caron: '\u030c', ring: '\u030a' }
};

function entity(whole: string, body: string): string {
	const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(body);
	if (number) {
		const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
		return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
			? String.fromCodePoint(code)
			: ' ';
	}
	const accented = /^([A-Za-z])(acute|grave|circ|uml|tilde|cedil|caron|ring)$/.exec(body);
	if (accented) return `${accented[1]}${accents[accented[2] ?? ''] ?? ''}`;
	return entities.get(body) ?? whole;
}

/** A text without tags that style it and with character references resolved. Anything else in `<>` is kept. */
export function withoutMarkup(text: string): string {
	const plain = text.includes('<') ? text.replace(tags, (tag) => (breaks.test(tag) ? ' ' : '')) : text;
	return plain.includes('&') ? plain.replace(/&(#?\w{1,10});/g, entity) : plain;
}
