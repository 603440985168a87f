import { asError } from '../base/as-error.ts';

/** A saved dataset that the browser keeps. */
export interface KeptCorpus {
	/** Fingerprint of the dataset: keeping it again replaces it. */
	readonly id: string;
	readonly name: string;
	/** Milliseconds since 1970. */
	readonly keptAt: number;
	readonly papers: number;
	readonly themes: number;
	/** The dataset as one file. */
	readonly file: Blob;
	/** Whether the browser forgets it by itself when its window is closed, as private windows do. */
	readonly isPassing?: boolean;
}

/** As it is stored: a private window of WebKit stores bytes, but no blobs. */
type StoredCorpus = Omit<KeptCorpus, 'file' | 'isPassing'> & { readonly file: Blob | ArrayBuffer };

/** What a visitor has added to a dataset, by what it is. */
export type StoredBelongings = ReadonlyMap<string, unknown>;

/** What another tab has changed: which datasets are kept, or something that belongs to one. */
export type KeptChange = { kind: 'corpora' } | { kind: 'belonging'; id: string };

/** Where datasets and what a visitor adds to them stay between visits. Errors are sentences that say what to do. */
export interface KeptStore {
	all(): Promise<KeptCorpus[]>;
	/** Keeps a dataset, and in the same step what belongs to it. */
	put(corpus: KeptCorpus, belongings?: StoredBelongings): Promise<void>;
	/** Forgets a dataset and all that belongs to it, which is returned. */
	remove(id: string): Promise<StoredBelongings>;
	/** Something that belongs to a dataset, as it was stored; `undefined` where nothing was. */
	read(id: string, what: string): Promise<unknown>;
	/** Changes it in one step, whoever else writes at the same time. @returns what is stored now */
	change<T>(id: string, what: string, change: (stored: unknown) => T): Promise<T>;
	/** Hears what other tabs change. @returns how to stop */
	watch(hear: (change: KeptChange) => void): () => void;
}

const databaseName = 'corpuscope';
const corpora = 'corpora';
const belongings = 'belongings';
/** Lists of papers stood in `localStorage` before version 2. */
const earlierList = 'corpuscope:reading-list:';

/** What went wrong, in words that say what to do. */
function inWords(error: unknown): Error {
	const { name, message } = asError(error);
	if (name === 'QuotaExceededError') {
		return new Error(
			'The browser has no room left for this site. Forget papers that are kept here, or save these as a file instead.'
		);
	}
	return new Error(
		`The browser does not keep anything for this site (${message || name}), as in a private window. Save the papers as a file instead.`,
		{ cause: error }
	);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.addEventListener('success', () => resolve(request.result));
		request.addEventListener('error', () => reject(request.error ?? new Error('it was refused')));
	});
}

/** What a text says; nothing where it is cut short. */
function parsed(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null');
	} catch {
		return null;
	}
}

/** @returns the keys of the lists that it has moved */
function upgrade({ result: database, transaction }: IDBOpenDBRequest, oldVersion: number): string[] {
	if (oldVersion < 1) database.createObjectStore(corpora, { keyPath: 'id' });
	database.createObjectStore(belongings);
	const keys = Object.keys(localStorage).filter((name) => name.startsWith(earlierList));
	for (const key of keys) {
		const list = parsed(localStorage.getItem(key));
		transaction?.objectStore(belongings).put(list, [key.slice(earlierList.length), 'reading-list']);
	}
	return keys;
}

async function opened(): Promise<IDBDatabase> {
	const request = indexedDB.open(databaseName, 2);
	let moved: readonly string[] = [];
	request.addEventListener('upgradeneeded', ({ oldVersion }) => (moved = upgrade(request, oldVersion)));
	const database = await settled(request);
	// What is forgotten later must not lie here still.
	for (const key of moved) localStorage.removeItem(key);
	return database;
}

/** Does something in one transaction; a change counts once the browser has written it. */
async function transact<T>(
	mode: IDBTransactionMode,
	work: (store: (name: string) => IDBObjectStore) => Promise<T>
): Promise<T> {
	let database: IDBDatabase | null = null;
	try {
		database = await opened();
		// A browser that is killed right afterwards has it all the same.
		const transaction = database.transaction([corpora, belongings], mode, { durability: 'strict' });
		const written = new Promise<void>((resolve, reject) => {
			transaction.addEventListener('complete', () => resolve());
			transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('it was refused')));
		});
		written.catch(() => {});
		const result = await work((name) => transaction.objectStore(name));
		await written;
		return result;
	} catch (error) {
		throw inWords(error);
	} finally {
		database?.close();
	}
}

const asKept = ({ file, ...rest }: StoredCorpus): KeptCorpus =>
	file instanceof Blob ? { ...rest, file } : { ...rest, file: new Blob([file]), isPassing: true };

async function putAll(corpus: StoredCorpus, own: StoredBelongings): Promise<void> {
	await transact('readwrite', (store) =>
		Promise.all([
			settled(store(corpora).put(corpus)),
			...Array.from(own, ([what, value]) => settled(store(belongings).put(value, [corpus.id, what])))
		])
	);
}

/** Stores a dataset as a file of the browser's own or, where it makes none, as bytes. */
async function putAnyhow({ isPassing, ...corpus }: KeptCorpus, own: StoredBelongings): Promise<void> {
	if (isPassing) return putAll({ ...corpus, file: await corpus.file.arrayBuffer() }, own);
	try {
		await putAll(corpus, own);
	} catch (error) {
		if (asError(asError(error).cause).name !== 'UnknownError') throw error;
		await putAnyhow({ ...corpus, isPassing: true }, own);
	}
}

async function removed(store: (name: string) => IDBObjectStore, id: string): Promise<StoredBelongings> {
	const own = IDBKeyRange.bound([id], [id, []]);
	const [keys, values] = await Promise.all([
		settled(store(belongings).getAllKeys(own)),
		settled(store(belongings).getAll(own) as IDBRequest<unknown[]>)
	]);
	store(corpora).delete(id);
	await settled(store(belongings).delete(own));
	return new Map(keys.map((key, at) => [String((key as string[])[1]), values[at]]));
}

/** The browser's IndexedDB, which pages have without a secure context, too. */
export function browserKept(): KeptStore {
	let channel: BroadcastChannel | null = null;
	const tell = (change: KeptChange) => (channel ??= new BroadcastChannel(databaseName)).postMessage(change);
	return {
		all: async () => {
			const stored = await transact('readonly', (store) =>
				settled(store(corpora).getAll() as IDBRequest<StoredCorpus[]>)
			);
			return stored.map(asKept);
		},
		put: async (corpus, own = new Map()) => {
			await putAnyhow(corpus, own);
			tell({ kind: 'corpora' });
		},
		remove: async (id) => {
			const own = await transact('readwrite', (store) => removed(store, id));
			tell({ kind: 'corpora' });
			return own;
		},
		read: (id, what) =>
			transact('readonly', (store) => settled(store(belongings).get([id, what]) as IDBRequest<unknown>)),
		change: async (id, what, change) => {
			const value = await transact('readwrite', async (store) => {
				const changed = change(await settled(store(belongings).get([id, what]) as IDBRequest<unknown>));
				await settled(store(belongings).put(changed, [id, what]));
				return changed;
			});
			tell({ kind: 'belonging', id });
			return value;
		},
		watch: (hear) => {
			const heard = (channel ??= new BroadcastChannel(databaseName));
			const listen = ({ data }: MessageEvent<KeptChange>) => hear(data);
			heard.addEventListener('message', listen);
			return () => heard.removeEventListener('message', listen);
		}
	};
}
