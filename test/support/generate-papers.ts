import { isoDate } from '../../src/lib/base/date.ts';
import type { DatePrecision } from '../../src/lib/base/date.ts';
import type { Affiliation, Keyword, Paper } from '../../src/lib/dataset/paper.ts';
import { exp, log } from '../../src/lib/base/math.ts';
import { madeUpWord } from './made-up-word.ts';
import { randomSource } from './random.ts';

/** Texts that break what handles them carelessly. */
export const hostileTexts: readonly string[] = [
	`O'Brien; "quoted", 'single' and ''double''`,
	'100 % of_cases \\ back\\slash \\n %_',
	'<script>alert(1)</script> <b>bold</b> &amp;',
	'=HYPERLINK("http://example.org";"x")',
	'+1-1 @SUM(A1)\ttabbed',
	'emoji 🧪👩‍🔬 and 𝔸strals',
	'Ünïcode É e\u0301 ﬀ ß İ',
	'constructor __proto__ toString',
	'line one\nline two\r\nline three',
	`'; DROP TABLE papers; --`,
	'nul \0 inside',
	'日本語の論文 と 機械学習'
];

const commonWords = 1500;
const themeWords = 60;
const themes = 9;

class Generator {
	readonly #random: () => number;

	constructor(seed: number) {
		this.#random = randomSource(seed);
	}

	below(count: number): number {
		return Math.min(count - 1, Math.floor(this.#random() * count));
	}

	chance(share: number): boolean {
		return this.#random() < share;
	}

	/** A rank from 0, the first ones far more often than the last (about Zipf's law). */
	rank(count: number): number {
		return Math.min(count - 1, Math.floor(exp(this.#random() * log(count + 1))) - 1);
	}

	pick<V>(values: readonly V[]): V {
		return values[this.below(values.length)] as V;
	}

	#madeUpWord(theme: number): string {
		return this.chance(0.3)
			? madeUpWord(commonWords + theme * themeWords + this.rank(themeWords))
			: madeUpWord(this.rank(commonWords));
	}

	words(theme: number, count: number): string {
		return Array.from({ length: count }, () => this.#madeUpWord(theme)).join(' ');
	}

	/** Undated, or dated to the year, the month or the day, over seven years. */
	date(theme: number): { published: string | null; datePrecision: DatePrecision | null } {
		if (this.chance(0.08)) return { published: null, datePrecision: null };
		// 2019-01-01 is day 17897. Odd themes grow: their papers gather near the end.
		const share = theme % 2 === 1 ? Math.sqrt(this.#random()) : this.#random();
		const day = isoDate(17_897 + Math.floor(share * 2557));
		if (this.chance(0.1)) return { published: `${day.slice(0, 4)}-01-01`, datePrecision: 'year' };
		if (this.chance(0.2)) return { published: `${day.slice(0, 7)}-01`, datePrecision: 'month' };
		return { published: day, datePrecision: 'day' };
	}

	/** No authors, a number without names, or names. */
	team(theme: number): { authors: string[]; teamSize: number | null } {
		if (this.chance(0.1)) return { authors: [], teamSize: null };
		const teamSize = 1 + this.rank(theme === 2 ? 60 : 14);
		if (this.chance(0.15)) return { authors: [], teamSize };
		const names = Array.from({ length: teamSize }, () => this.#name());
		return { authors: names, teamSize };
	}

	#name(): string {
		if (this.chance(0.02)) return this.pick(hostileTexts);
		return `${madeUpWord(this.rank(80))} ${madeUpWord(200 + this.rank(120))}`;
	}

	maybe<V>(share: number, make: () => V): V | null {
		return this.chance(share) ? make() : null;
	}
}

function paper(generator: Generator, index: number): Paper {
	const theme = generator.rank(themes);
	const hostile = generator.chance(0.03) ? ` ${generator.pick(hostileTexts)}` : '';
	const organisations = [
		'Lab One',
		'Institut Élan',
		"Children's Hospital",
		'lab one',
		'50 % Labs_',
		'\\Root\\'
	];
	const made = {
		sourceId: generator.maybe(0.9, () => `g-${index}`),
		doi: generator.maybe(0.5, () => `10.5555/${index}`),
		title: `${generator.words(theme, 4 + generator.below(6))}${hostile}`,
		abstract: generator.chance(0.04) ? '' : `${generator.words(theme, 30 + generator.below(60))}.${hostile}`,
		...generator.date(theme),
		...generator.team(theme),
		organisation: generator.maybe(0.6, () => generator.pick(organisations)),
		venue: generator.maybe(0.7, () => `Venue ${generator.rank(12)}`),
		url: generator.maybe(0.8, () => `https://example.org/${index}`),
		type: generator.maybe(0.3, () => 'article'),
		language: generator.maybe(0.3, () => 'en'),
		volume: generator.maybe(0.2, () => String(generator.below(40))),
		issue: generator.maybe(0.2, () => String(generator.below(12))),
		pages: generator.maybe(0.2, () => `${index}-${index + 9}`),
		comments: generator.maybe(0.5, () => generator.rank(30)),
		upvotes: generator.maybe(0.5, () => generator.rank(300)),
		citations: index % 3 === 0 ? null : (index * 37) % 400,
		references: index % 4 === 0 ? null : (index * 13) % 80,
		keywords: keywords(index)
	};
	return { ...made, affiliations: affiliations(index, made.organisation) };
}

/** Some keywords of both kinds, hostile ones among them, by the number of a paper. */
function keywords(index: number): Keyword[] {
	const chosen = Array.from({ length: index % 4 }, (_, place) => madeUpWord((index * 7 + place * 5) % 40));
	const hostile = index % 50 === 0 ? [hostileTexts[(index / 50) % hostileTexts.length] as string] : [];
	const indexed = index % 3 === 0 ? [madeUpWord(index % 9)] : [];
	return [
		...[...new Set([...chosen, ...hostile])].map((keyword) => ({ keyword, kind: 'author' as const })),
		...indexed.map((keyword) => ({ keyword, kind: 'index' as const }))
	];
}

/** The organisation that a paper names and others beside it, with and without their countries. */
function affiliations(index: number, organisation: string | null): Affiliation[] {
	const first = organisation === null ? [] : [{ organisation, country: index % 2 === 0 ? 'Norway' : null }];
	const others =
		index % 5 === 0 && organisation !== null ? [{ organisation: 'Lab Two', country: 'Chile' }] : [];
	const alone = index % 11 === 0 ? [{ organisation: null, country: 'Japan' }] : [];
	return [...first, ...others, ...alone];
}

/**
 * Made-up papers, always the same for a seed: words of about Zipf's law, nine planted themes of unequal size,
 * unknown and coarse dates, unknown team sizes, shared names, and now and then a hostile text.
 */
export function generatePapers(count: number, seed: number): Paper[] {
	const generator = new Generator(seed);
	return Array.from({ length: count }, (_, index) => paper(generator, index));
}
