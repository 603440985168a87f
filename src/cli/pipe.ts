import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Sends a stream into another one, which is closed unless it belongs to the process.
 * @throws the signal's reason when cancelled
 */
export async function pipe(source: Readable, destination: Writable, signal: AbortSignal): Promise<void> {
	try {
		await pipeline(source, destination, { signal, end: destination !== process.stdout });
	} catch (error) {
		throw signal.aborted ? signal.reason : error;
	}
}
