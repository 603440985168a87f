import type { DatasetQueries } from '../queries/dataset-queries.ts';

/** A class's questions, each with all its arguments: those that may be left out must be given. */
type Asked<Questions> = {
	[Name in keyof Questions]: Questions[Name] extends (...given: infer Given) => infer Answer
		? (...given: Required<Given>) => Answer
		: Questions[Name];
};

/**
 * What the page asks of a dataset. Every question takes a signal: aborting it rejects with the signal's reason
 * and spares the engine what has not begun. A failed query rejects with a QueryError.
 */
export type ArrangedReader = Asked<Omit<DatasetQueries, 'arranged' | 'count'>>;

/** A dataset that is open, with its published themes. */
export interface DatasetReader extends ArrangedReader {
	/** Where questions are answered: in an engine of the page, or by the server that it comes from. */
	readonly answersFrom: 'browser' | 'server';
	/** The same questions about the themes of an arrangement. */
	arranged(...given: Parameters<DatasetQueries['arranged']>): ArrangedReader;
	/** Resolves when the engine has died. */
	readonly died?: Promise<Error>;
	close(): Promise<void>;
}
