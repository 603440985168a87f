import { createRandom } from '../../src/lib/pipeline/random.ts';
import { madeUpWord } from './planted-themes.ts';

/** How papers of the first subject write its term, in turn. */
const turbines = ['wind turbine', 'wind turbines', 'WTs', 'a WT', 'aerogenerators'];
/** The group that says so. */
export const turbineGroup = 'wind turbine = WT, aerogenerator';

const subjects = 6;

/** A paper that is known to be of the first subject, and to hold an excluded phrase, by construction. */
export interface PlantedPaper {
	id: string;
	title: string;
	abstract: string;
	/** How it writes the term of the first subject; `null` for other subjects. */
	form: string | null;
}

/** Of six subjects in turn; every paper holds the phrase "social media" and the word "novelty". */
export function papersWithForms(count: number, seed: number): PlantedPaper[] {
	const random = createRandom(seed);
	const words = (from: number, among: number, number: number) =>
		Array.from({ length: number }, () => madeUpWord(from + random.integer(among))).join(' ');
	return Array.from({ length: count }, (_, paper) => {
		const subject = paper % subjects;
		const form = subject === 0 ? (turbines[(paper / subjects) % turbines.length] as string) : null;
		const own = () => words(1000 + 40 * subject, 12, 9);
		const term = () => form ?? words(200, 60, 1);
		const sentence = () => `${own()} with the ${term()} ${words(200, 60, 6)}; ${own()} ${term()}.`;
		return {
			id: `${seed}-${paper}`,
			title: `Of ${own()} ${paper}`,
			abstract: `${sentence()} ${sentence()} The novelty is in social media. ${sentence()}`,
			form
		};
	});
}
