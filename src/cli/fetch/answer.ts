import { BrokenAnswer } from './source.ts';

/** Milliseconds that an answer may take as a whole. */
const patience = 120_000;
/** Bytes of an answer, at most; pages have a few megabytes. */
const longest = 200_000_000;

/** What a server has said. */
export interface Answer {
	readonly status: number;
	readonly body: string;
	/** Milliseconds that it asks to wait, where it does. */
	readonly wait: number | null;
}

/** `Retry-After` in seconds or as a date; else the time until a spent allowance is renewed, as OpenAlex states it. */
export function waitOf(headers: Headers, now: number): number | null {
	const stated = headers.get('retry-after')?.trim();
	if (stated !== undefined && /^\d+$/.test(stated)) return Number(stated) * 1000;
	const date = Date.parse(stated ?? '');
	if (!Number.isNaN(date)) return Math.max(0, date - now);
	const reset = headers.get('x-ratelimit-reset') ?? '';
	const isSpent = headers.get('x-ratelimit-remaining') === '0';
	return isSpent && /^\d+$/.test(reset) ? Number(reset) * 1000 : null;
}

/** Why a connection failed, as the system names it. */
function reasonOf(error: unknown): string {
	const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
	return cause?.code ?? cause?.message ?? message;
}

async function textOf(response: Response): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
		bytes += chunk.length;
		if (bytes > longest) throw new BrokenAnswer('the answer does not end');
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

/**
 * Asks once.
 * @throws BrokenAnswer when the connection fails or breaks off, the signal's reason when cancelled
 */
export async function ask(address: URL, userAgent: string, signal: AbortSignal): Promise<Answer> {
	try {
		const response = await fetch(address, {
			headers: { 'user-agent': userAgent },
			signal: AbortSignal.any([signal, AbortSignal.timeout(patience)])
		});
		const wait = waitOf(response.headers, Date.now());
		return { status: response.status, body: await textOf(response), wait };
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof BrokenAnswer) throw error;
		throw new BrokenAnswer(`the connection failed (${reasonOf(error)})`);
	}
}
