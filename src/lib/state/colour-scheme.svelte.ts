import { readStored, writeStored, type KeyValueStore } from './storage.ts';

export type Scheme = 'light' | 'dark';
/** Also read by the script in `app.html`, which sets the scheme before the first paint. */
export const schemeKey = 'corpuscope:colour-scheme';

/** Light or dark: the system's choice until the visitor makes one, which is remembered. */
export class ColourScheme {
	#chosen = $state<Scheme | null>(null);
	readonly #store: KeyValueStore | null;

	constructor(store: KeyValueStore | null) {
		this.#store = store;
		const stored = readStored(store, schemeKey);
		this.#chosen = stored === 'light' || stored === 'dark' ? stored : null;
	}

	/** `null` while the system decides. */
	get chosen(): Scheme | null {
		return this.#chosen;
	}

	choose(scheme: Scheme): void {
		this.#chosen = scheme;
		writeStored(this.#store, schemeKey, scheme);
	}
}
