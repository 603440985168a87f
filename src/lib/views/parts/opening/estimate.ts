import { stages, type StageProgress, type Stage } from '../../../source/hooks.ts';

/** Work of a stage: whatever the corpus, for each paper that the themes are fitted on, and for each paper. */
interface Work {
	fixed: number;
	sampled: number;
	all: number;
}

/** In milliseconds of one machine on corpora of 2,000 and 10,000 papers; only their proportions matter. */
const work: Readonly<Record<Stage, Work>> = {
	read: { fixed: 0, sampled: 0, all: 0.24 },
	vocabulary: { fixed: 200, sampled: 0.17, all: 0 },
	reduce: { fixed: 100, sampled: 0.2, all: 0 },
	choose: { fixed: 2000, sampled: 0, all: 0 },
	cluster: { fixed: 150, sampled: 0.02, all: 0 },
	label: { fixed: 700, sampled: 0.08, all: 0 },
	layout: { fixed: 3000, sampled: 0.03, all: 0 },
	assign: { fixed: 0, sampled: 0, all: 0.42 },
	write: { fixed: 0, sampled: 0, all: 0.06 }
};
/** Papers that the themes are fitted on, at most, where abstracts have a usual length. */
const sampleSize = 10_000;
/** Share of the work below which a guess would be worth nothing. */
const leastShare = 0.05;

function workOf(stage: Stage, papers: number): number {
	const { fixed, sampled, all } = work[stage];
	return fixed + sampled * Math.min(papers, sampleSize) + all * papers;
}

/** How far a build is, from what it reports. */
export class Estimate {
	#stage = 0;
	#papers: number | null = null;
	#inStage = 0;

	/** Takes a report. The last pass reads again while it assigns: a stage never comes back. */
	note({ stage, done, total }: StageProgress): void {
		const at = stages.indexOf(stage);
		if (at < this.#stage) return;
		this.#stage = at;
		if (stage === 'read' && total !== null) this.#papers = total;
		const share = total ? Math.min(1, done / total) : 0;
		// A first reading, which finds the duplicates, has gone before the one that knows its total.
		this.#inStage = stage === 'read' ? (1 + share) / 2 : share;
	}

	/** The stage that the build is in. */
	get stage(): Stage {
		return stages[this.#stage] ?? 'read';
	}

	/** Papers in the corpus, once they have been counted. */
	get papers(): number | null {
		return this.#papers;
	}

	/** Share of the work that is done, 0 to 1; `null` while it is not known how many papers there are. */
	get share(): number | null {
		const papers = this.#papers;
		if (papers === null) return null;
		const works = stages.map((stage) => workOf(stage, papers));
		const before = works.slice(0, this.#stage).reduce((sum, value) => sum + value, 0);
		const all = works.reduce((sum, value) => sum + value, 0);
		return (before + this.#inStage * (works[this.#stage] as number)) / all;
	}

	/** Seconds that the rest will take when it goes on as it did so far; `null` while nobody can say. */
	left(seconds: number): number | null {
		const share = this.share;
		if (share === null || share < leastShare) return null;
		return (seconds * (1 - share)) / share;
	}
}

/** Time left, no finer than it is known: `about 20 seconds left`. */
export function leftWords(seconds: number | null): string {
	if (seconds === null) return '';
	if (seconds < 5) return 'a few seconds left';
	if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
	const minutes = Math.ceil(seconds / 60 - 0.25);
	return minutes <= 1 ? 'about a minute left' : `about ${minutes} minutes left`;
}
