const mostThemes = 100;
/** Papers that a theme should have on average, at least. */
const leastPapers = 8;

/** Candidate numbers of themes for a sample: every one up to 6, then steps of about a quarter. */
export function candidateNumbers(papers: number): number[] {
	const largest = Math.min(mostThemes, Math.floor(papers / leastPapers));
	const found: number[] = [];
	for (let k = 2; k <= largest; k += Math.max(1, Math.round(k / 4.5))) found.push(k);
	return found;
}

/** Numbers halfway between one of the given ones and its neighbours. */
export function between(numbers: readonly number[], one: number): number[] {
	const at = numbers.indexOf(one);
	return [numbers[at - 1], numbers[at + 1]].flatMap((other) => {
		const middle = other === undefined ? one : Math.round((one + other) / 2);
		return middle === one || middle === other ? [] : [middle];
	});
}
