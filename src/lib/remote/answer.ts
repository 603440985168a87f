import type { DatasetQueries } from '../queries/dataset-queries.ts';
import { parseJoins } from '../dataset/joined-names.ts';
import { arrangeThemes } from '../themes/arrange.ts';
import { parseArrangement, type ArrangementName } from '../themes/syntax.ts';
import { QuestionError, valuesBy, type Argument, type Known } from './arguments.ts';
import type { Asked } from './asking.ts';
import { questions, streamed } from './questions.ts';
import { toWire } from './wire.ts';

function askedIn(body: string): Asked {
	try {
		const { question, given, arranged, joined = '' } = JSON.parse(body) as Record<string, unknown>;
		if (
			typeof question === 'string' &&
			Array.isArray(given) &&
			Array.isArray(arranged) &&
			typeof joined === 'string'
		)
			return { question, given, arranged, joined } as unknown as Asked;
	} catch {
		// The same is said of what is no JSON.
	}
	throw new QuestionError('It is no question.');
}

const own = <T extends object>(table: T, name: string): T[keyof T] | null =>
	Object.hasOwn(table, name) ? table[name as keyof T] : null;

/** The queries under the arrangement that a question names, and what its arguments are held against. */
function arrangedFor(
	queries: DatasetQueries,
	{ arranged, joined }: Asked
): { queries: DatasetQueries; known: Known } {
	const { manifest } = queries;
	const values = valuesBy(arranged);
	const { arrangement, problems } = parseArrangement((name: ArrangementName) => values(name), manifest);
	if (problems[0] !== undefined)
		throw new QuestionError(`Themes cannot be arranged by ${problems[0].slice(0, 200)}.`);
	const joins = joined === '' ? [] : parseJoins(joined);
	if (joins === null) throw new QuestionError('Names cannot be joined so.');
	const themes = arrangeThemes(manifest, arrangement).themes.map(({ themeId }) => themeId);
	const known = { themes, granularity: manifest.granularity };
	return { queries: queries.arranged(arrangement, joins), known };
}

function argumentsOf(wanted: readonly Argument<unknown>[], { given }: Asked, known: Known): unknown[] {
	if (given.length !== wanted.length)
		throw new QuestionError(`It takes ${wanted.length} arguments and has ${given.length}.`);
	return wanted.map((argument, place) => argument.read(given[place], known));
}

type AnyQuestion = (...given: unknown[]) => Promise<unknown> | AsyncIterable<unknown>;

/**
 * Answers a question that somebody sent, line by line: one line for an answer that comes whole, one for each batch of
 * others. Questions are those that the page can ask; no SQL comes from outside.
 * @throws QuestionError when it is none or its arguments do not fit, before the first line; RangeError when it asks
 * for what is not there; the signal's reason when that aborts
 */
export async function* answerLines(
	queries: DatasetQueries,
	body: string,
	signal: AbortSignal
): AsyncGenerator<string> {
	const asked = askedIn(body);
	const once = own(questions, asked.question);
	const wanted = once ?? own(streamed, asked.question);
	if (wanted === null) throw new QuestionError('There is no such question.');
	const { queries: arranged, known } = arrangedFor(queries, asked);
	const given = argumentsOf(wanted as readonly Argument<unknown>[], asked, known);
	const ask = arranged[asked.question as keyof DatasetQueries] as unknown as AnyQuestion;
	const answer = ask.call(arranged, ...given, signal);
	if (once) yield toWire(await answer);
	else for await (const batch of answer as AsyncIterable<unknown>) yield toWire(batch);
}
