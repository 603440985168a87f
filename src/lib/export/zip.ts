import { Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
	/** Path inside the archive, with forward slashes. */
	name: string;
	content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Local time on purpose: the format stores no zone. Noon, because clocks change at night. */
const stamp = '2000-01-01T12:00:00';

/**
 * A zip archive as its entries arrive, in their order. Equal entries give equal bytes: no clock, no zone.
 * Closing the generator early stops reading entries.
 */
export async function* zip(
	entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>
): AsyncGenerator<Uint8Array> {
	let ready: Uint8Array[] = [];
	let failure: Error | null = null;
	const archive = new Zip((error, chunk) => {
		if (error) failure = error;
		else if (chunk.length > 0) ready.push(chunk);
	});
	const take = () => {
		if (failure) throw failure;
		const taken = ready;
		ready = [];
		return taken;
	};
	for await (const { name, content } of entries) {
		const file = new ZipDeflate(name, { level: 6 });
		file.mtime = stamp;
		archive.add(file);
		for await (const chunk of content) {
			file.push(chunk);
			yield* take();
		}
		file.push(new Uint8Array(0), true);
		yield* take();
	}
	archive.end();
	yield* take();
}
