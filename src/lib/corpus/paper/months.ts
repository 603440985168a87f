const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** German, French, Spanish, Italian, Portuguese and Dutch names that do not begin as the English ones do. */
const otherNames = [
	...['jänner jän enero ene gennaio gen', 'février févr fév fevrier fevereiro fev', 'märz mär mrz maart mrt'],
	...['avril avr abril abr', 'mai maggio mag maio mei', 'juin giugno giu', 'juillet juil luglio lug'],
	...['août aout aoû agosto ago', 'settembre setembro set', 'oktober okt ottobre ott outubro out', ''],
	'dezember dez dezembro diciembre dicembre dic décembre déc'
];
const others = new Map(
	otherNames.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const))
);

/** Letters of a month's name, at most. */
const longestName = 10;

/** Month 1 to 12 of a month's name or its first letters, in English or another language, or `null`. */
export function monthNumber(name: string): number | null {
	if (name.length > longestName) return null;
	const letters = name.toLowerCase().normalize('NFC');
	const index = english.indexOf(letters.slice(0, 3));
	return index >= 0 ? index + 1 : (others.get(letters) ?? null);
}
