import { excerpt } from '../../lib/corpus/paper/text.ts';
import { CommandError } from '../errors.ts';
import { ask, type Answer } from './answer.ts';
import type { Clock } from './clock.ts';
import { BrokenAnswer, shown, type Page, type Source } from './source.ts';

/** Requests for one page, at most. */
const attempts = 6;
/** Milliseconds before the second attempt; each further wait is twice as long. */
const firstWait = 2000;
/** Milliseconds that are worth waiting for; what takes longer is for the user to decide. */
const longestWait = 300_000;

/** Why there is no page yet, and how long the server wants to be left alone. */
interface Refusal {
	readonly reason: string;
	readonly wait: number | null;
}

/** What a server says of its refusal. */
function explanation(body: string): string {
	const summary = /<summary[^>]*>([^<]*)</.exec(body)?.[1];
	if (summary) return excerpt(summary);
	try {
		const { message, error } = JSON.parse(body) as { message?: unknown; error?: unknown };
		const said = [error, message].filter((part) => typeof part === 'string').join(': ');
		if (said) return excerpt(said);
	} catch {
		// Then it is no JSON, and its first words have to do.
	}
	return excerpt(body.replace(/<[^>]*>/g, ' '));
}

/** Asks a source for pages, no faster than it allows, and again where that helps. */
export class Visitor {
	#last = -Infinity;
	readonly #source: Source;
	readonly #clock: Clock;
	readonly #userAgent: string;
	readonly #say: (line: string) => void;

	constructor(source: Source, clock: Clock, userAgent: string, say: (line: string) => void) {
		this.#source = source;
		this.#clock = clock;
		this.#userAgent = userAgent;
		this.#say = say;
	}

	/** @throws CommandError when there is no page to be had, the signal's reason when cancelled */
	async page(cursor: string, signal: AbortSignal): Promise<Page> {
		for (let attempt = 1; ; attempt++) {
			const outcome = await this.#attempt(cursor, signal);
			if ('items' in outcome) return outcome;
			const wait = Math.max(firstWait * 2 ** (attempt - 1), outcome.wait ?? 0);
			if (attempt === attempts)
				this.#giveUp(cursor, `${outcome.reason}, ${attempts} times. Try again later.`);
			if (wait > longestWait) {
				const minutes = Math.ceil(wait / 60_000);
				this.#giveUp(cursor, `${outcome.reason}. It asks to wait for ${minutes} minutes; try again then.`);
			}
			this.#say(`${outcome.reason}; asking again in ${Math.ceil(wait / 1000)} s`);
			await this.#clock.sleep(wait, signal);
		}
	}

	#giveUp(cursor: string, why: string): never {
		throw new CommandError(`${shown(this.#source.address(cursor))}: ${why}`);
	}

	async #attempt(cursor: string, signal: AbortSignal): Promise<Page | Refusal> {
		try {
			const answer = await this.#answer(cursor, signal);
			if (answer.status === 200) return await this.#source.read(answer.body, cursor);
			return { reason: this.#refusal(answer, cursor), wait: answer.wait };
		} catch (error) {
			if (error instanceof BrokenAnswer) return { reason: error.message, wait: null };
			throw error;
		}
	}

	async #answer(cursor: string, signal: AbortSignal): Promise<Answer> {
		const rest = this.#last + this.#source.interval - this.#clock.now();
		if (rest > 0) await this.#clock.sleep(rest, signal);
		try {
			return await ask(this.#source.address(cursor), this.#userAgent, signal);
		} finally {
			// After the answer, so that the way there cannot bring two requests closer together.
			this.#last = this.#clock.now();
		}
	}

	/** @throws CommandError when asking again would not help */
	#refusal({ status, body }: Answer, cursor: string): string {
		const said = explanation(body);
		const reason = `the server answers ${status}${said ? ` (${said})` : ''}`;
		if (status === 408 || status === 429 || status >= 500 || this.#source.later?.includes(status))
			return reason;
		return this.#giveUp(cursor, `${reason}.`);
	}
}
