import type { Manifest } from '../../dataset/manifest.ts';
import { tableNames, tables } from '../../dataset/schema.ts';
import type { DatasetSink } from '../../dataset/sink.ts';
import { checkpoint, type Hooks } from '../../source/hooks.ts';
import { rulesOf } from '../../words/word-rules.ts';
import type { PaperText } from '../model.ts';
import { createTokeniser, searchableWords } from '../terms/tokenise.ts';
import { PostingsBuilder } from './chunk-postings.ts';
import { writeIndex } from './index-rows.ts';
import { Index } from './postings.ts';
import type { Parts } from './parts.ts';
import { TableWriter } from './table-writer.ts';

/** Papers between two checkpoints: some tens of milliseconds. */
const chunk = 250;

/** What a manifest says of a search index and the papers in it. */
export type IndexManifest = Pick<Manifest, 'parameters' | 'tables' | 'files'>;

async function indexOf(texts: readonly PaperText[], manifest: IndexManifest, hooks: Hooks): Promise<Index> {
	const tokeniser = createTokeniser(rulesOf(manifest), { keep: true });
	const postings = new PostingsBuilder('index');
	const index = new Index();
	for (let first = 0; first < texts.length; first += chunk) {
		await checkpoint(hooks, { stage: 'assign', done: first, total: texts.length });
		for (const [paper, text] of texts.slice(first, first + chunk).entries()) {
			postings.add(paper, searchableWords(tokeniser, text), tokeniser);
		}
		index.add(first, postings.take());
	}
	return index;
}

const notTheirs = () => new Error('the search index that the papers give is not theirs');

/** The parts that the manifest states, for terms that ascend. */
function partsOf({ files }: IndexManifest): Pick<Parts, 'place'> {
	const parts = files.filter(({ group }) => group === 'search');
	let at = 0;
	return {
		place: (term) => {
			while (at < parts.length && (parts[at]!.last ?? '') < term) at++;
			const part = parts[at]?.part;
			if (part === undefined) throw notTheirs();
			return part;
		}
	};
}

/**
 * Writes the search index of a dataset anew, row by row as its build wrote it.
 * @param texts of all its papers, in the order of their ids
 * @throws Error when the index is not the one that the manifest states: the texts or the rules are others
 */
export async function rebuildIndex(
	texts: readonly PaperText[],
	manifest: IndexManifest,
	sink: DatasetSink,
	hooks: Hooks = {}
): Promise<void> {
	const writer = new TableWriter(sink);
	await writeIndex(await indexOf(texts, manifest, hooks), writer, partsOf(manifest), hooks);
	const written = await writer.finish();
	const isSame = tableNames
		.filter((name) => tables[name].group === 'search')
		.every((name) => {
			const [a, b] = [written, manifest.tables].map((all) => all.find((table) => table.name === name));
			return a?.rows === b?.rows && a?.checksum === b?.checksum;
		});
	if (!isSame) throw notTheirs();
}
