import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

import { isoDate } from '../../src/lib/base/date.ts';
import { randomSource } from '../support/random.ts';
import { ZipfVocabulary, zipfRank } from './zipf-vocabulary.ts';

/** 2015-01-01, and the days to the end of 2024. */
const [firstDay, days] = [16_436, 3653];
const largestTeam = 40;
const venues = 150;

/** None, or one of ten years, as exactly as sources state it. Papers of odd themes gather near the end. */
function date(theme: number, random: () => number): string | null {
	const share = theme % 2 === 1 ? Math.sqrt(random()) : random();
	const day = isoDate(firstDay + Math.floor(share * days));
	const kind = random();
	if (kind < 0.05) return null;
	if (kind < 0.1) return day.slice(0, 4);
	return kind < 0.3 ? day.slice(0, 7) : day;
}

/** Eight digits or more, different for each id, with no more order than those of real papers. */
const digits = (id: number) => String(((id + 1) * 48_271) % 2_147_483_647).padStart(8, '0');

/** Words of an abstract: the least, and how many lengths there are from there on. */
type Lengths = readonly [least: number, lengths: number];
const usual: Lengths = [60, 120];

/**
 * Made-up papers, always the same for a seed: words by Zipf's law, titles of 8 words, dates over ten years, teams mostly
 * small, venues, DOIs.
 */
function* zipfPapers(count: number, seed: number, [least, lengths]: Lengths) {
	const random = randomSource(seed);
	const vocabulary = new ZipfVocabulary();
	const below = (size: number) => Math.floor(random() * size);
	const name = () => `${vocabulary.word(1 + below(200))} ${vocabulary.word(1 + below(5000))}`;
	for (let id = 0; id < count; id++) {
		const theme = below(vocabulary.themes);
		const team = random() < 0.08 ? 0 : zipfRank(random, theme % 5 === 0 ? largestTeam : 12);
		yield {
			id: `z${digits(id)}`,
			doi: `10.5555/z${digits(id)}`,
			title: vocabulary.text(theme, 8, random),
			abstract: `${vocabulary.text(theme, least + below(lengths), random)}.`,
			date: date(theme, random),
			authors: Array.from({ length: team }, name),
			venue: random() < 0.1 ? null : `Journal of ${vocabulary.word(1000 + zipfRank(random, venues))}`
		};
	}
}

/** Writes made-up papers as JSON Lines. */
export async function writeZipfPapers(path: string, count: number, seed = 1, lengths = usual): Promise<void> {
	const file = createWriteStream(path, { highWaterMark: 1 << 20 });
	for (const paper of zipfPapers(count, seed, lengths)) {
		if (!file.write(`${JSON.stringify(paper)}\n`)) await once(file, 'drain');
	}
	file.end();
	await once(file, 'finish');
}
