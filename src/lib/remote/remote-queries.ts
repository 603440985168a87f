import { formatJoins, type Joins } from '../dataset/joined-names.ts';
import type { Manifest } from '../dataset/manifest.ts';
import type { Overview } from '../dataset/overview.ts';
import type { DatasetQueries } from '../queries/dataset-queries.ts';
import { publishedArrangement, type ThemeArrangement } from '../themes/arrangement.ts';
import { formatArrangement } from '../themes/syntax.ts';
import type { Argument } from './arguments.ts';
import type { Send } from './asking.ts';
import { questions, streamed } from './questions.ts';
import { fromWire, isPlain, toWire } from './wire.ts';

/** What is asked of a dataset whose engine is elsewhere: the same questions, with the same answers. */
export type RemoteQueries = Omit<DatasetQueries, 'arranged' | 'dataset'> & {
	arranged(arrangement: ThemeArrangement, joins?: Joins): RemoteQueries;
};

/** Takes a question's arguments apart: its own, as they are written, and the signal. */
function written(wanted: readonly Argument<unknown>[], given: readonly unknown[]) {
	const signal = given[wanted.length] as AbortSignal | undefined;
	return { given: wanted.map((argument, place) => argument.write(given[place])), signal };
}

/** Whether rows of answers say the same. Most that do not differ early, so that they are not written out to be compared. */
function isSame(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
	if (Array.isArray(one))
		return (
			Array.isArray(other) &&
			one.length === other.length &&
			one.every((value, at) => isSame(value, other[at]))
		);
	if (!isPlain(one) || !isPlain(other)) return toWire(one) === toWire(other);
	const names = Object.keys(one);
	return names.length === Object.keys(other).length && names.every((name) => isSame(one[name], other[name]));
}

/** Gives rows that have not changed as the object that they were, so that their charts are not drawn again. */
class LastOverview {
	#last: Partial<Overview> = {};

	sharing(overview: Overview): Overview {
		const last = this.#last as Record<string, unknown>;
		const shared = Object.entries(overview).map(([name, rows]) => [
			name,
			isSame(rows, last[name]) ? last[name] : (rows as unknown)
		]);
		this.#last = Object.fromEntries(shared) as Overview;
		return this.#last as Overview;
	}
}

/** The questions that `answerLines` answers, sent to it. */
export function remoteQueries(
	manifest: Manifest,
	send: Send,
	arrangement: ThemeArrangement = publishedArrangement,
	joins: Joins = []
): RemoteQueries {
	const [arranged, joined] = [formatArrangement(arrangement), formatJoins(joins)];
	const lines = (question: string, wanted: readonly Argument<unknown>[], all: readonly unknown[]) => {
		const { given, signal } = written(wanted, all);
		return send({ question, given, arranged, joined }, signal);
	};
	const whole = Object.entries(questions).map(([name, wanted]) => {
		const ask = async (...all: unknown[]) => {
			for await (const line of lines(name, wanted as readonly Argument<unknown>[], all))
				return fromWire(line);
			throw new Error('The server gave no answer.');
		};
		return [name, ask];
	});
	const inBatches = Object.entries(streamed).map(([name, wanted]) => {
		async function* ask(...all: unknown[]) {
			for await (const line of lines(name, wanted as readonly Argument<unknown>[], all)) yield fromWire(line);
		}
		return [name, ask];
	});
	const asked = Object.fromEntries([...whole, ...inBatches]) as Omit<RemoteQueries, 'arranged' | 'manifest'>;
	const last = new LastOverview();
	return {
		...asked,
		overview: async (...given) => last.sharing(await asked.overview(...given)),
		manifest,
		arranged: (other, others) => remoteQueries(manifest, send, other, others)
	};
}
