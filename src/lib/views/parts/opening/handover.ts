import type { Manifest } from '../../../dataset/manifest.ts';
import type { DatasetReader } from '../../../state/reader.ts';
import type { FillingDataset } from '../../../state/fill-dataset.ts';
import type { ArrowBatch } from '../../../worker/client.ts';

/** Passes batches on to the dataset that they fill, which may still be starting. */
export class Handover {
	readonly #filling: Promise<FillingDataset>;
	#inserts: Promise<void>[] = [];
	/** Rejects when a batch cannot be handed over; never resolves. */
	readonly failure: Promise<never>;
	#fail: (error: unknown) => void = () => {};

	constructor(filling: Promise<FillingDataset>) {
		this.#filling = filling;
		this.failure = new Promise<never>((_, reject) => (this.#fail = reject));
		this.failure.catch(() => {});
		filling.catch(this.#fail);
	}

	insert({ table, part, arrow }: ArrowBatch): void {
		const insert = this.#filling.then((dataset) => dataset.insert(table, part, arrow));
		insert.catch(this.#fail);
		this.#inserts.push(insert);
	}

	/** The whole dataset, once its last batch has been handed over. */
	async finish(manifest: Manifest): Promise<DatasetReader> {
		await Promise.all(this.#inserts);
		return (await this.#filling).finish(manifest);
	}
}
