import type { OnProgress } from '../../lib/base/progress.ts';
import { recordsOf } from '../../lib/corpus/formats/json/json.ts';
import type { Parsed } from '../../lib/corpus/paper/record.ts';
import { PartialFile, type State } from './partial-file.ts';
import type { Item, Page, Source } from './source.ts';

/** What a paper is known again by, where it says. */
function identity(parsed: Parsed): string | null {
	return 'paper' in parsed ? (parsed.paper.sourceId ?? parsed.paper.doi) : null;
}

/** How a download goes, for whoever watches. */
export interface Watch {
	/** An earlier attempt has left something. */
	resumed(state: State): void;
	/** In papers, after each page. */
	page: OnProgress;
	rejected(item: Item): void;
}

/** Knows again what has come already, also in an earlier attempt. */
class Memory {
	readonly #seen = new Set<string>();

	async recall(lines: AsyncIterable<string>): Promise<void> {
		for await (const line of lines) {
			for (const parsed of recordsOf(line)) this.isNew({ line, parsed });
		}
	}

	isNew({ parsed }: Item): boolean {
		const id = identity(parsed);
		if (id === null) return true;
		const before = this.#seen.size;
		return this.#seen.add(id).size > before;
	}
}

/** Sorts a page into papers, repeats and rejections, and adds what is new. */
function keep(page: Page, memory: Memory, file: PartialFile, limit: number, watch: Watch): void {
	const rejected = page.items.filter(({ parsed }) => 'reason' in parsed);
	const papers = page.items.filter(({ parsed }) => 'paper' in parsed);
	const fresh = papers.filter((item) => memory.isNew(item));
	const { state } = file;
	const taken = fresh.slice(0, limit - state.papers);
	const isStale = papers.length > 0 && fresh.length === 0 && page.nextWhenKnown !== undefined;
	const next = isStale ? (page.nextWhenKnown ?? null) : page.next;
	rejected.forEach((item) => watch.rejected(item));
	file.add(
		taken.map(({ line }) => line),
		{
			cursor: state.papers + taken.length >= limit ? null : next,
			papers: state.papers + taken.length,
			repeats: state.repeats + papers.length - fresh.length,
			rejected: state.rejected + rejected.length
		}
	);
	watch.page({ done: file.state.papers, total: page.total });
}

/**
 * Downloads a source's papers into a file, one line of JSON each, or goes on where an earlier attempt stopped.
 * @param limit papers, at most
 * @throws what `ask` and `PartialFile` throw; what has come until then stays
 */
export async function download(
	source: Source,
	path: string,
	limit: number,
	ask: (cursor: string) => Promise<Page>,
	watch: Watch
): Promise<State> {
	const { request, start } = source;
	const file = new PartialFile(path, {
		request,
		cursor: start,
		bytes: 0,
		papers: 0,
		repeats: 0,
		rejected: 0
	});
	try {
		if (file.state.cursor !== start) watch.resumed(file.state);
		const memory = new Memory();
		await memory.recall(file.lines());
		for (let { cursor } = file.state; cursor !== null; { cursor } = file.state) {
			keep(await ask(cursor), memory, file, limit, watch);
		}
	} catch (error) {
		file.close();
		throw error;
	}
	file.finish();
	return file.state;
}
