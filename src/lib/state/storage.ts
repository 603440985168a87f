/** What the state needs of `localStorage`. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem'>;

/** The browser's store, or `null` where there is none or it may not be used. */
export function browserStore(): KeyValueStore | null {
	try {
		return typeof localStorage === 'undefined' ? null : localStorage;
	} catch {
		return null;
	}
}

/** A stored text; `null` when there is none or it cannot be read. */
export function readStored(store: KeyValueStore | null, key: string): string | null {
	try {
		return store?.getItem(key) ?? null;
	} catch {
		return null;
	}
}

/** Stores a text; says whether that worked. */
export function writeStored(store: KeyValueStore | null, key: string, value: string): boolean {
	try {
		store?.setItem(key, value);
		return store !== null;
	} catch {
		return false;
	}
}
