import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { once } from 'node:events';

import { asError } from '../../lib/base/as-error.ts';
import type { DatasetQueries } from '../../lib/queries/dataset-queries.ts';
import { answerLines } from '../../lib/remote/answer.ts';
import { QuestionError } from '../../lib/remote/arguments.ts';
import { Turns } from './turns.ts';

/** Bytes that a question has, at most. */
const longestQuestion = 2_000_000;

/** What is said of a question that no answer came of. */
class Refusal extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > longestQuestion) throw new Refusal(413, 'A question is never so long.');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

/**
 * Other sites must not read the papers through a visitor's browser: it asks them first about JSON, and names them in
 * `Origin`.
 */
function requireOwnPage({ headers }: IncomingMessage): void {
	if (!/^application\/json\b/i.test(headers['content-type'] ?? ''))
		throw new Refusal(415, 'A question comes as application/json.');
	const { origin, host } = headers;
	if (origin !== undefined && origin.replace(/^https?:\/\//, '') !== host)
		throw new Refusal(403, 'Only pages of this server may ask.');
}

function refusalOf(error: unknown): Refusal {
	if (error instanceof Refusal) return error;
	if (error instanceof QuestionError) return new Refusal(400, error.message);
	if (error instanceof RangeError) return new Refusal(404, error.message);
	return new Refusal(500, `The engine could not answer: ${asError(error).message.slice(0, 500)}`);
}

/** Pieces of answers that are worked on at once, and those that may wait: far more than a server's visitors ask for. */
const [atOnce, mostWaiting] = [4, 2000];

/** Aborts when nobody waits any more, or something takes too long. */
class Patience {
	readonly #ended = new AbortController();
	readonly #seconds: number;
	#timer: NodeJS.Timeout | undefined;

	constructor(response: ServerResponse, seconds: number) {
		this.#seconds = seconds;
		response.on('close', () => {
			clearTimeout(this.#timer);
			this.#ended.abort(new Error('The asker has gone.'));
		});
	}

	get signal(): AbortSignal {
		return this.#ended.signal;
	}

	/** Has something done, for which there is so much time. */
	async during<T>(work: () => Promise<T>): Promise<T> {
		const late = new Refusal(503, `No answer within ${this.#seconds} seconds: ask for less.`);
		this.#timer = setTimeout(() => this.#ended.abort(late), this.#seconds * 1000);
		try {
			return await work();
		} finally {
			clearTimeout(this.#timer);
		}
	}
}

/** Sends lines; each waits for its turn before it is made, and has its time from then on. */
async function sendLines(
	response: ServerResponse,
	lines: AsyncGenerator<string>,
	turns: Turns,
	patience: Patience
): Promise<void> {
	const { signal } = patience;
	response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
	response.setHeader('Cache-Control', 'no-store');
	const next = () => turns.run(() => patience.during(() => lines.next()), signal);
	try {
		for (let line = await next(); !line.done; line = await next()) {
			if (response.write(`${line.value}\n`)) continue;
			await patience.during(() => once(response, 'drain', { signal }));
		}
		response.end();
	} finally {
		await lines.return(undefined);
	}
}

/**
 * Answers questions about a dataset that its page sends. A few are worked on at once, and the others wait: a server
 * that is asked for more than it can do becomes slow, and refuses nobody. An answer whose asker has gone, or that takes
 * too long, is given up. Whatever is asked, an answer comes and nothing is thrown.
 * @param seconds that an answer may take once its turn has come, and each further batch of one that comes in batches
 */
export function answers(queries: DatasetQueries, seconds: number): RequestListener {
	const turns = new Turns(atOnce);
	return (request, response) => {
		const patience = new Patience(response, seconds);
		const { signal } = patience;
		const work = async () => {
			requireOwnPage(request);
			if (turns.waiting >= mostWaiting) throw new Refusal(503, 'Too many questions wait. Ask again later.');
			const body = await patience.during(() => bodyOf(request));
			await sendLines(response, answerLines(queries, body, signal), turns, patience);
		};
		work().catch((error: unknown) => {
			// What has begun can only be broken off, which the page takes for a failure.
			if (response.headersSent || response.destroyed) return void response.destroy();
			const { status, message } = refusalOf(signal.aborted ? signal.reason : error);
			response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
			response.end(`${message}\n`);
		});
	};
}
