/** Names of each month in the languages of `aliasesOfLanguages` and English; Slavic ones in both cases. */
const names = [
	'january januar jänner janvier enero gennaio janeiro januari январь января',
	'february februar février febrero febbraio fevereiro februari февраль февраля',
	'march märz mars marzo março maart март марта',
	'april avril abril aprile апрель апреля',
	'may mai mayo maggio maio mei май мая',
	'june juni juin junio giugno junho июнь июня',
	'july juli juillet julio luglio julho июль июля',
	'august août agosto augustus август августа',
	'september septembre septiembre setiembre settembre setembro сентябрь сентября',
	'october oktober octobre octubre ottobre outubro октябрь октября',
	'november novembre noviembre novembro ноябрь ноября',
	'december dezember décembre diciembre dicembre dezembro декабрь декабря'
];
/** Short forms that are no beginnings of names. */
const short: readonly (readonly [string, number])[] = [
	['mrz', 3],
	['mrt', 3],
	['мая', 5]
];

const plain = (name: string) => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const shortestName = 3;

/** Months by their names and the beginnings of these; 0 where a beginning is that of several. */
const months = new Map<string, number>();
for (const [index, ofMonth] of names.entries())
	for (const name of ofMonth.split(' ').map(plain))
		for (let length = Math.min(shortestName, name.length); length <= name.length; length++) {
			const start = name.slice(0, length);
			const other = months.get(start);
			months.set(start, other === undefined || other === index + 1 ? index + 1 : 0);
		}
for (const [name, month] of short) months.set(name, month);

/** Letters of a month's name, at most. */
const longestName = 10;

/** Month 1 to 12 of a month's name or its first letters, in ten languages, or `null`. */
export function monthNumber(name: string): number | null {
	return name.length > longestName ? null : months.get(plain(name)) || null;
}
