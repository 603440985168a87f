import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../src/lib/corpus/pass/open.ts';
import { corpusParameters } from '../../src/lib/corpus/pass/parameters.ts';
import { TableChecksum } from '../../src/lib/dataset/canonical.ts';
import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import type { AnyBatch } from '../../src/lib/dataset/rows.ts';
import { tableNames, type TableName } from '../../src/lib/dataset/schema.ts';
import { buildDataset, type BuildOptions } from '../../src/lib/pipeline/build.ts';

/** A file of papers and how its themes are to be found. */
export interface CorpusToBuild {
	name: string;
	content: string;
	options: BuildOptions;
}

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

/**
 * Builds a corpus in the thread that asks, on any host.
 * @param sent what becomes of a batch on its way to the sink
 * @returns its facts, or the words of an error
 */
export async function factsOf(
	{ name, content, options }: CorpusToBuild,
	sent = (_: TableName, batch: AnyBatch) => batch
): Promise<BuiltFacts | string> {
	const gatherer = new FactsGatherer();
	try {
		const { manifest } = await buildDataset(
			openCorpus([memorySource(name, content)]),
			{ ...options, corpus: corpusParameters({}) },
			{ write: async (table, batch) => gatherer.add(table, sent(table, batch)) }
		);
		return gatherer.facts(manifest);
	} catch (error) {
		return (error as Error).message;
	}
}
