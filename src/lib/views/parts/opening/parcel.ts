import { manifestEntry, rowsEntry } from '../../../archive/entry-name.ts';
import type { OnProgress } from '../../../base/progress.ts';
import { packInWorker, type ArchivePart, type ArrowBatch, type Built } from '../../../worker/client.ts';

const blobOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);

/** The batches of a dataset that is being built, outside the page's memory, until they are packed as one file. */
export class Parcel {
	readonly #rows: ArchivePart[] = [];
	readonly #chunks = new Map<string, number>();

	/** Notes a batch, before anybody else may take its bytes. */
	add({ table, part, arrow }: ArrowBatch): void {
		const key = `${table} ${part}`;
		const chunk = this.#chunks.get(key) ?? 0;
		this.#chunks.set(key, chunk + 1);
		this.#rows.push({ name: rowsEntry(table, part, chunk), content: blobOf(arrow) });
	}

	/** The dataset as one file, which the command line opens, too. */
	pack({ manifest, model }: Built, onProgress: OnProgress): Promise<Blob> {
		const text = `${JSON.stringify(manifest, null, '\t')}\n`;
		const files = [...model].map(([name, bytes]) => ({ name: `model/${name}`, content: blobOf(bytes) }));
		const parts = [{ name: manifestEntry, content: new Blob([text]) }, ...files, ...this.#rows];
		return packInWorker(parts, onProgress);
	}
}
