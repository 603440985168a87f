import type { TreeNode } from '../model.ts';
import { pathsToRoot } from '../cluster/tree.ts';
import {
	anything,
	beside,
	beyond,
	entitled,
	firstOf,
	lenient,
	mixing,
	NameSearch,
	strict,
	within,
	type Limits,
	type NameTerm,
	type Scored,
	type TermRelations
} from './name-search.ts';

export interface NodeNames {
	/** Whether the node is a mixture: no two terms cover it. */
	readonly isMixed: boolean;
	/**
	 * The best first, which no other node shares its first term with unless it has none left; then those to choose from
	 * instead. Empty where no word is shared.
	 */
	readonly names: readonly Scored[];
}

/** A node whose best name covers less than this is mixed. */
const coversLeast = 0.36;

const keyOf = ({ text }: NameTerm) => text.toLowerCase();
/** The same for names of the same terms, in whatever order. */
const wholeOf = ({ terms }: Scored) => terms.map(keyOf).sort().join('\n');

/** Names all nodes, each with what the others have left. */
class TreeNamer {
	readonly #nodes: readonly TreeNode[];
	readonly #leafId: Int16Array;
	readonly #terms: readonly (readonly NameTerm[])[];
	readonly #relations: TermRelations;
	readonly #paths: readonly (readonly number[])[];
	readonly #found: (NodeNames | undefined)[];
	/** Names that nodes have, by `wholeOf`. */
	readonly #given = new Set<string>();

	constructor(
		nodes: readonly TreeNode[],
		leafId: Int16Array,
		terms: readonly (readonly NameTerm[])[],
		relations: TermRelations
	) {
		this.#nodes = nodes;
		this.#leafId = leafId;
		this.#terms = terms;
		this.#relations = relations;
		this.#paths = pathsToRoot(nodes);
		this.#found = nodes.map(() => undefined);
	}

	/** The published theme that a node lies in; `null` for one that is a theme or above. */
	themeAbove(id: number): number | null {
		for (let above = this.#nodes[id]?.parentId ?? null; above !== null;) {
			const node = this.#nodes[above] as TreeNode;
			if (node.inDefault) return above;
			above = node.parentId;
		}
		return null;
	}

	#search(id: number): NameSearch {
		const theme = this.themeAbove(id);
		const place = Uint8Array.from(this.#paths, (path) =>
			path.includes(id) ? within : theme === null || path.includes(theme) ? beside : beyond
		);
		return new NameSearch(this.#leafId, place, this.#terms[id] ?? [], this.#relations);
	}

	/**
	 * Names some nodes that have no first term in common; where two want the same, the one that needs it most has it.
	 * @param taken first terms of others
	 * @param shared of these, those that a node may have that would be mixed otherwise
	 */
	name(ids: readonly number[], taken: Set<string>, shared = new Set<string>()): void {
		let waiting = ids.map((id) => ({ id, search: this.#search(id) }));
		while (waiting.length > 0) {
			const wanted = new Map<string, { id: number; need: number; names: NodeNames }>();
			for (const { id, search } of waiting) {
				const names = this.#namesOf(search, taken, shared);
				const [best, next] = names.names;
				const key = best ? keyOf(firstOf(best)) : `${id}`;
				const need = (best?.score ?? 0) - (next?.score ?? 0);
				const other = wanted.get(key);
				if (!other || need > other.need) wanted.set(key, { id, need, names });
			}
			const given = new Set<string>();
			for (const [key, { id, names }] of wanted) {
				const whole = names.names[0] ? wholeOf(names.names[0]) : `${id}`;
				if (given.has(whole)) continue;
				given.add(whole);
				taken.add(key);
				shared.delete(key);
				this.#found[id] = names;
			}
			for (const whole of given) this.#given.add(whole);
			waiting = waiting.filter(({ id }) => this.#found[id] === undefined);
		}
	}

	#namesOf(search: NameSearch, taken: ReadonlySet<string>, shared: ReadonlySet<string>): NodeNames {
		const isNew = (name: Scored) => !this.#given.has(wholeOf(name));
		const own = namesOf(search, (term) => !taken.has(keyOf(term)), isNew);
		if (!own.isMixed || shared.size === 0) return own;
		return namesOf(search, (term) => !taken.has(keyOf(term)) || shared.has(keyOf(term)), isNew);
	}

	finish(): NodeNames[] {
		return this.#found.map((names) => names as NodeNames);
	}
}

function namesOf(
	search: NameSearch,
	isFree: (term: NameTerm) => boolean,
	isNew: (name: Scored) => boolean
): NodeNames {
	const namesWithin = (limits: Limits) => search.names(limits, isFree).filter(isNew);
	for (const limits of [...entitled, strict, lenient]) {
		const names = namesWithin(limits);
		const best = names.find(({ coverage }) => coverage >= coversLeast);
		if (best) return { isMixed: false, names: [best, ...names.filter((name) => name !== best)] };
	}
	for (const limits of [mixing, anything]) {
		const names = namesWithin(limits);
		if (names.length > 0) return { isMixed: true, names };
	}
	return { isMixed: true, names: search.names(anything, () => true) };
}

/**
 * Names of all nodes, by id. Published themes come first, told apart from all other papers; then what lies above them;
 * then what lies in them, told apart from the rest of their theme. No two nodes share the first term of their names, save
 * that a node above themes may have that of one of them where it would be mixed otherwise; nor all terms, in whatever order.
 * @param leafId of each paper of the sample
 * @param terms of each node that its name may have
 */
export function nameNodes(
	nodes: readonly TreeNode[],
	leafId: Int16Array,
	terms: readonly (readonly NameTerm[])[],
	relations: TermRelations
): NodeNames[] {
	const namer = new TreeNamer(nodes, leafId, terms, relations);
	const ids = nodes.map(({ themeId }) => themeId);
	const published = ids.filter((id) => nodes[id]?.inDefault);
	const inside = ids.filter((id) => namer.themeAbove(id) !== null);
	const above = ids.filter((id) => !published.includes(id) && !inside.includes(id));
	const taken = new Set<string>();
	namer.name(published, taken);
	const shared = new Set(taken);
	namer.name(above, taken, shared);
	namer.name(inside, taken);
	return namer.finish();
}
