const syllables = [
	'ba',
	'cor',
	'del',
	'fi',
	'gu',
	'hal',
	'jo',
	'kra',
	'lem',
	'nu',
	'por',
	'qui',
	'ros',
	'tav'
];

/** A made-up word for each number. */
export function madeUpWord(index: number): string {
	let text = '';
	for (let rest = index + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
		text += syllables[rest % syllables.length];
	}
	return text;
}
