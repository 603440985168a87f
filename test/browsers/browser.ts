/** A browser that shows one page at a time, by whatever protocol it is driven. */
export interface Browser {
	readonly name: string;
	/** Goes to an address and waits until the page has loaded. */
	open(address: string): Promise<void>;
	reload(): Promise<void>;
	/** Runs a function in the page; argument and result are JSON. */
	run<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
	/** Gives files to an input of the page. */
	choose(selector: string, paths: readonly string[]): Promise<void>;
	/** What is on screen, as a PNG. */
	picture(): Promise<Buffer>;
	/** What pages have asked other hosts for, and what went wrong in them, as far as the protocol tells. */
	readonly complaints: readonly string[];
	close(): Promise<void>;
}

export const size = { width: 1280, height: 900 };

/** A function with its argument as an expression, whose value is a promise of the result as JSON. */
export function asExpression(work: (argument: never) => unknown, argument: unknown): string {
	// The compiler's helper for names of functions is not there.
	return `(async () => { const __name = (named) => named;
		return JSON.stringify((await (${work.toString()})(${JSON.stringify(argument)})) ?? null); })()`;
}

/** Whether an address leads to a host other than this machine. */
export function isElsewhere(address: string): boolean {
	const { protocol, hostname } = new URL(address);
	return /^(?:https?|wss?):$/.test(protocol) && hostname !== 'localhost';
}
