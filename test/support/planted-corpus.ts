import { isoDate } from '../../src/lib/base/date.ts';
import { randomSource } from './random.ts';

/** A record of the planted corpus, and what it was made to be. */
export interface PlantedRecord {
	id: string;
	title: string;
	abstract: string;
	authors: string[];
	date: string | null;
	venue: string;
	organization: string;
	theme: PlantedTheme;
	/** Places on the axis of months, from 0. */
	month: number;
}

export const plantedThemes = ['rising', 'falling', 'bursting', 'steady', 'growing'] as const;
export type PlantedTheme = (typeof plantedThemes)[number];

/** Whole months from January 2021. */
export const months = 36;
/** First and last of the months in which the bursting theme has four times its usual papers. */
export const burst = { from: 14, to: 17 };
const papersOfMonth = 24;

/** The words that only papers of one theme hold. */
export const wordsOf: Readonly<Record<PlantedTheme, readonly string[]>> = {
	rising: ['coral', 'reef', 'bleaching', 'lagoon', 'polyp', 'seagrass', 'atoll', 'plankton', 'tide', 'shoal'],
	falling: [
		'glacier',
		'moraine',
		'crevasse',
		'icefall',
		'snowpack',
		'firn',
		'meltwater',
		'cirque',
		'névé',
		'serac'
	],
	bursting: ['volcano', 'magma', 'caldera', 'lava', 'ash', 'plume', 'fumarole', 'basalt', 'vent', 'tephra'],
	steady: ['orchid', 'pollen', 'petal', 'stamen', 'nectar', 'sepal', 'blossom', 'stigma', 'corolla', 'bract'],
	growing: [
		'comet',
		'perihelion',
		'nucleus',
		'coma',
		'orbit',
		'meteor',
		'asteroid',
		'eclipse',
		'transit',
		'aphelion'
	]
};

const common =
	'survey record station sample season region model signal series estimate archive measure pattern change method'.split(
		' '
	);

const weightOf: Readonly<Record<PlantedTheme, (month: number) => number>> = {
	rising: (month) => 3 + (20 * month) / months,
	falling: (month) => 23 - (20 * month) / months,
	bursting: (month) => (month >= burst.from && month <= burst.to ? 24 : 6),
	steady: () => 9,
	growing: () => 8
};

/** Smallest team, and how many sizes there are from it on. */
const teamsOf: Readonly<Record<PlantedTheme, (month: number) => readonly [number, number]>> = {
	rising: () => [6, 8],
	falling: () => [1, 3],
	bursting: () => [3, 3],
	steady: () => [2, 5],
	growing: (month) => [2 + Math.floor((9 * month) / months), 3]
};

class Planter {
	readonly #random: () => number;

	constructor(seed: number) {
		this.#random = randomSource(seed);
	}

	#below(count: number): number {
		return Math.min(count - 1, Math.floor(this.#random() * count));
	}

	#pick<V>(values: readonly V[]): V {
		return values[this.#below(values.length)] as V;
	}

	#theme(month: number): PlantedTheme {
		const weights = plantedThemes.map((theme) => weightOf[theme](month));
		let left = this.#random() * weights.reduce((sum, weight) => sum + weight, 0);
		return plantedThemes.find((_, place) => (left -= weights[place] as number) < 0) ?? 'growing';
	}

	/** Half of the words are the theme's own; of a paper between two themes, not all of those. */
	#words(theme: PlantedTheme, other: PlantedTheme, count: number): string {
		const own = () => this.#pick(wordsOf[this.#random() < 0.55 ? theme : other]);
		const word = () => (this.#random() < 0.5 ? own() : this.#pick(common));
		return Array.from({ length: count }, word).join(' ');
	}

	/** Names of the theme's own people, the first of them on far more papers than the others. */
	#authors(theme: PlantedTheme, month: number): string[] {
		const [least, kinds] = teamsOf[theme](month);
		const size = least + this.#below(kinds);
		const lead = this.#random() < 0.4 ? `Ada ${theme}` : `Ben ${theme}`;
		return Array.from({ length: size }, (_, place) =>
			place === 0 ? lead : `Person ${this.#below(30) * 20 + place} ${theme}`
		);
	}

	record(index: number): PlantedRecord {
		const month = Math.floor(index / papersOfMonth);
		const theme = this.#theme(month);
		const other = theme === 'steady' && index % 14 === 0 ? 'growing' : theme;
		const day = isoDate(18_628 + Math.floor(((index + 0.5) * 1095) / (months * papersOfMonth)));
		return {
			id: `${theme}-${index}`,
			title: `${this.#words(theme, other, 6)} ${index}`,
			abstract: `${this.#words(theme, other, 45)}.`,
			authors: index % 97 === 5 ? [] : this.#authors(theme, month),
			date: index % 101 === 7 ? null : day,
			venue: this.#random() < (theme === 'rising' ? 0.8 : 0.3) ? 'Annals of Tides' : 'Mountain Letters',
			organization: this.#random() < 0.5 ? 'North Institute' : 'South Institute',
			theme,
			month
		};
	}
}

/** 864 papers of five themes over three whole years, always the same for a seed. */
export function plantCorpus(seed: number): PlantedRecord[] {
	const planter = new Planter(seed);
	return Array.from({ length: months * papersOfMonth }, (_, index) => planter.record(index));
}

/** Lines that are no papers: broken, or without any text. */
export const noPapers = ['this is no record', '{"title": "cut off', '{"title": "", "abstract": ""}'];

/** The records as JSON Lines, `repeated` of them twice, and the lines that are no papers among them. */
export function plantedLines(records: readonly PlantedRecord[], repeated: number): string {
	const lines = records.map(({ id, title, abstract, authors, date, venue, organization }) =>
		JSON.stringify({ id, title, abstract, authors, date, venue, organization })
	);
	const middle = lines.length >> 1;
	return [...lines.slice(0, middle), ...noPapers, ...lines.slice(middle), ...lines.slice(0, repeated)].join(
		'\n'
	);
}
