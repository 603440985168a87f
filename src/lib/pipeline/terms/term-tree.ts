interface Node<V> {
	readonly next: Map<string, Node<V>>;
	value: V | undefined;
}

/** Values by sequences of keys, found where a longer sequence holds them. */
export class TermTree<V> {
	readonly #root: Node<V> = { next: new Map(), value: undefined };

	/** Adds a value unless the sequence has one; answers the value it has now. */
	add(keys: readonly string[], value: V): V {
		let node = this.#root;
		for (const key of keys) {
			const below: Node<V> = node.next.get(key) ?? { next: new Map(), value: undefined };
			node.next.set(key, below);
			node = below;
		}
		return (node.value ??= value);
	}

	/** What begins at a place of a sequence, the shortest first, and how many keys each has. */
	at(keys: readonly string[], place: number): { value: V; length: number }[] {
		const found: { value: V; length: number }[] = [];
		let node: Node<V> | undefined = this.#root;
		for (let at = place; at < keys.length; at++) {
			node = node.next.get(keys[at] as string);
			if (!node) break;
			if (node.value !== undefined) found.push({ value: node.value, length: at + 1 - place });
		}
		return found;
	}
}
