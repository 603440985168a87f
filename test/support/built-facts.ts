import { TableChecksum } from '../../src/lib/dataset/canonical.ts';
import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import type { AnyBatch } from '../../src/lib/dataset/rows.ts';
import { tableNames, type TableName } from '../../src/lib/dataset/schema.ts';

/** What two hosts must agree on about a build: the manifest, and the rows as they arrived at the sink. */
export interface BuiltFacts {
	manifest: Manifest;
	/** Theme of each paper. */
	themes: number[];
	/** SHA-256 of each table's rows, taken where they arrive. */
	arrived: Record<string, string>;
}

/** Gathers the facts while batches arrive. */
export class FactsGatherer {
	readonly #themes: number[] = [];
	readonly #checksums = new Map(tableNames.map((name) => [name, new TableChecksum(name)]));

	add(table: TableName, batch: AnyBatch): void {
		this.#checksums.get(table)?.update(batch);
		if (table === 'papers') this.#themes.push(...Array.from(batch.columns.theme_id as ArrayLike<number>));
	}

	facts(manifest: Manifest): BuiltFacts {
		return {
			manifest,
			themes: this.#themes,
			arrived: Object.fromEntries([...this.#checksums].map(([name, checksum]) => [name, checksum.digest()]))
		};
	}
}
