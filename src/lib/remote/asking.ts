/** Header by which a server says that it answers questions about the dataset that it serves. */
export const answersHeader = 'x-corpuscope-answers';

/** A question as it was sent: a name, its arguments, and in their written forms the arrangement of the themes and what names are joined. */
export interface Asked {
	readonly question: string;
	readonly given: readonly unknown[];
	readonly arranged: readonly (readonly [name: string, value: string])[];
	readonly joined: string;
}

/** Sends a question and gives the lines of its answer. Rejects with what a server refuses it for. */
export type Send = (asked: Asked, signal?: AbortSignal) => AsyncIterable<string>;
