import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

import { madeUpWord } from '../support/made-up-word.ts';
import { randomSource } from '../support/random.ts';

const vocabulary = 200_000;
const themes = 40;
const wordsOfTheme = 300;

/**
 * Writes made-up papers as JSON Lines, the same for a seed: words by Zipf's law over 200,000, a quarter of them of one
 * of 40 themes, titles of 8 and abstracts of 60 to 180 words, dates over ten years, up to eight authors.
 */
export async function writeZipfPapers(path: string, count: number, seed = 1): Promise<void> {
	const random = randomSource(seed);
	const words = Array.from({ length: vocabulary + themes * wordsOfTheme }, (_, index) => madeUpWord(index));
	const rank = (size: number) => Math.floor(Math.exp(random() * Math.log(size)));
	const below = (size: number) => Math.floor(random() * size);
	const pick = (theme: number) =>
		random() < 0.25
			? words[vocabulary + theme * wordsOfTheme + rank(wordsOfTheme) - 1]
			: words[rank(vocabulary) - 1];
	const text = (theme: number, length: number) => Array.from({ length }, () => pick(theme)).join(' ');
	const file = createWriteStream(path, { highWaterMark: 1 << 20 });
	for (let id = 0; id < count; id++) {
		const theme = below(themes);
		const paper = {
			id: `z${id}`,
			title: text(theme, 8),
			abstract: `${text(theme, 60 + below(120))}.`,
			date: `${2015 + below(10)}-${String(1 + below(12)).padStart(2, '0')}`,
			authors: Array.from({ length: 1 + below(8) }, () => `${words[below(200)]} ${words[below(5000)]}`)
		};
		if (!file.write(`${JSON.stringify(paper)}\n`)) await once(file, 'drain');
	}
	file.end();
	await once(file, 'finish');
}
