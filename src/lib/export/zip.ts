import { Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
	/** Path inside the archive, with forward slashes. */
	name: string;
	content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Local time on purpose: the format stores no zone. Noon, because clocks change at night. */
const stamp = '2000-01-01T12:00:00';

/**
 * Has the data of a stream begin at 0. By itself fflate (0.8.3) has them begin behind a window of zeros, and where data
 * hold zeros, may refer to those that nobody else has ("invalid distance too far back").
 */
function beginAtStart(file: ZipDeflate): void {
	const { d } = file as unknown as { d: { s: Record<'i' | 'w' | 'z', number> } };
	Object.assign(d.s, { i: 0, w: 0, z: 0 });
}

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
		let isBegun = false;
		for await (const chunk of content) {
			if (chunk.length === 0) continue;
			if (!isBegun) beginAtStart(file);
			isBegun = true;
			file.push(chunk);
			yield* take();
		}
		file.push(new Uint8Array(0), true);
		yield* take();
	}
	archive.end();
	yield* take();
}
