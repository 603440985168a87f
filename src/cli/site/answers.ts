import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { once } from 'node:events';

import { asError } from '../../lib/base/as-error.ts';
import type { DatasetQueries } from '../../lib/queries/dataset-queries.ts';
import { answerLines } from '../../lib/remote/answer.ts';
import { QuestionError } from '../../lib/remote/arguments.ts';

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

/** What a response is sent with. */
interface Limit {
	/** Aborts when nobody waits any more, or no line has come for too long. */
	readonly signal: AbortSignal;
	/** Begins the time anew. */
	readonly restart: () => void;
}

async function sendLines(response: ServerResponse, lines: AsyncIterable<string>, { signal, restart }: Limit) {
	response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
	response.setHeader('Cache-Control', 'no-store');
	for await (const line of lines) {
		if (!response.write(`${line}\n`)) await once(response, 'drain', { signal });
		restart();
	}
	response.end();
}

/**
 * Answers questions about a dataset that its page sends. An answer whose asker has gone, or that takes too long, is
 * given up. Whatever is asked, an answer comes and nothing is thrown.
 * @param seconds that an answer may take, and each further batch of one that comes in batches
 */
export function answers(queries: DatasetQueries, seconds: number): RequestListener {
	return (request, response) => {
		const ended = new AbortController();
		const late = new Refusal(503, `No answer within ${seconds} seconds: ask for less.`);
		const timer = setTimeout(() => ended.abort(late), seconds * 1000);
		response.on('close', () => {
			clearTimeout(timer);
			ended.abort(new Error('The asker has gone.'));
		});
		const { signal } = ended;
		const work = async () => {
			requireOwnPage(request);
			const lines = answerLines(queries, await bodyOf(request), signal);
			await sendLines(response, lines, { signal, restart: () => timer.refresh() });
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
