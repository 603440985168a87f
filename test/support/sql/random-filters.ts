import { isoDate, parseIsoDate } from '../../../src/lib/base/date.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import type { Filters, Range, RangeFilter } from '../../../src/lib/queries/filters/filters.ts';
import { snapRange } from '../../../src/lib/queries/filters/snap.ts';
import { randomSource } from '../random.ts';
import { namesOf, type KnownPaper } from './reference.ts';

/** Filters of every kind, drawn from what a corpus holds so that most leave something. */
export class RandomFilters {
	readonly #random: () => number;
	readonly #papers: readonly KnownPaper[];
	readonly #manifest: Manifest;

	constructor(seed: number, papers: readonly KnownPaper[], manifest: Manifest) {
		this.#random = randomSource(seed);
		this.#papers = papers;
		this.#manifest = manifest;
	}

	/** @param rows whether search, organisation, venue and author may take part */
	next(rows: boolean): Filters {
		return {
			themes: this.#chance(0.5) ? this.#some(this.#manifest.themes.map(({ themeId }) => themeId)) : [],
			date: this.#chance(0.6) ? this.#range(() => this.#date()) : null,
			dated: this.#chance(0.3) ? this.#some(['day', 'month', 'year'] as const) : [],
			team: this.#chance(0.6) ? this.#range(() => this.#team()) : null,
			query: rows && this.#chance(0.4) ? this.#query() : '',
			organisations:
				rows && this.#chance(0.3)
					? this.#values((paper) => this.pick(namesOf(paper).organisation) ?? null)
					: [],
			venues: rows && this.#chance(0.3) ? this.#values(({ venue }) => venue) : [],
			authors: rows && this.#chance(0.3) ? this.#values(({ authors }) => this.pick(authors) ?? null) : [],
			keywords:
				rows && this.#chance(0.15) ? this.#values((paper) => this.pick(namesOf(paper).keyword) ?? null) : [],
			countries:
				rows && this.#chance(0.15) ? this.#values((paper) => this.pick(namesOf(paper).country) ?? null) : [],
			area: []
		};
	}

	pick<V>(values: readonly V[]): V | undefined {
		return values[Math.min(values.length - 1, Math.floor(this.#random() * values.length))];
	}

	#chance(share: number): boolean {
		return this.#random() < share;
	}

	#some<V>(values: readonly V[]): V[] {
		return values.filter(() => this.#chance(0.4));
	}

	#range<V>(range: () => Range<V>): RangeFilter<V> {
		const kind = this.#random();
		if (kind < 0.15) return { range: null, unknown: this.#chance(0.9) };
		return { range: range(), unknown: kind > 0.6 };
	}

	#end<V extends string | number>(values: readonly (V | null)[]): V | null {
		return this.#chance(0.25) ? null : (this.pick(values.filter((value) => value !== null)) ?? null);
	}

	#ordered<V extends string | number>(values: readonly (V | null)[]): Range<V> {
		const [a, b] = [this.#end(values), this.#end(values)];
		return a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b };
	}

	/** Ends at papers' dates or a few days off, put to whole periods as every filter of the product is. */
	#date(): Range<string> {
		const off = (day: string) => isoDate(parseIsoDate(day)! + (this.pick([-31, -1, 0, 0, 1, 29, 365]) ?? 0));
		const days = this.#papers.map(({ published }) => published && off(published));
		return snapRange(this.#ordered(days), this.#manifest.granularity);
	}

	#team(): Range<number> {
		return this.#ordered(this.#papers.map(({ teamSize }) => teamSize));
	}

	#query(): string {
		const paper = this.pick(this.#papers);
		const words = `${paper?.title} ${paper?.abstract}`.split(' ');
		return [
			this.pick(words),
			...(this.#chance(0.5) ? [this.pick(words)] : []),
			this.#chance(0.1) ? 'the' : ''
		]
			.join(' ')
			.trim();
	}

	/** Some of the values that papers state, now and then the empty one for none, or one that nobody states. */
	#values(of: (paper: KnownPaper) => string | null): string[] {
		const drawn = Array.from({ length: 3 }, () => of(this.pick(this.#papers)!) ?? '');
		return this.#chance(0.1) ? ['nobody', ...drawn.slice(1)] : drawn;
	}
}
