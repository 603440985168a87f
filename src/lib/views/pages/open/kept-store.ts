import { asError } from '../../../base/as-error.ts';

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
}

/** Where saved datasets stay between visits. */
export interface KeptStore {
	all(): Promise<KeptCorpus[]>;
	put(corpus: KeptCorpus): Promise<void>;
	remove(id: string): Promise<void>;
}

const databaseName = 'corpuscope';
const storeName = 'corpora';

/** What went wrong, in words that say what to do. */
function inWords(error: unknown): Error {
	const { name, message } = asError(error);
	if (name === 'QuotaExceededError') {
		return new Error(
			'The browser has no room left for this site. Delete papers that are kept here, or save these as a file instead.'
		);
	}
	return new Error(
		`The browser does not keep anything for this site (${message || name}), as in a private window. Save the papers as a file instead.`
	);
}

function settled<T>(request: IDBRequest<T> | IDBOpenDBRequest): Promise<T> {
	return new Promise((resolve, reject) => {
		request.addEventListener('success', () => resolve(request.result as T));
		request.addEventListener('error', () => reject(request.error ?? new Error('it was refused')));
	});
}

async function opened(): Promise<IDBDatabase> {
	const request = indexedDB.open(databaseName, 1);
	request.addEventListener('upgradeneeded', () => {
		request.result.createObjectStore(storeName, { keyPath: 'id' });
	});
	return settled<IDBDatabase>(request);
}

/** Runs one request; a change counts once the browser has written it. */
async function transact<T>(
	mode: IDBTransactionMode,
	ask: (store: IDBObjectStore) => IDBRequest<T>
): Promise<T> {
	let database: IDBDatabase | null = null;
	try {
		database = await opened();
		const transaction = database.transaction(storeName, mode);
		const written = new Promise<void>((resolve, reject) => {
			transaction.addEventListener('complete', () => resolve());
			transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('it was refused')));
		});
		const [result] = await Promise.all([settled(ask(transaction.objectStore(storeName))), written]);
		return result;
	} catch (error) {
		throw inWords(error);
	} finally {
		database?.close();
	}
}

/**
 * Saved datasets in the browser's IndexedDB, which pages have without a secure context, too. Errors say what to do.
 */
export function browserCorpora(): KeptStore {
	return {
		all: () => transact<KeptCorpus[]>('readonly', (store) => store.getAll() as IDBRequest<KeptCorpus[]>),
		put: async (corpus) => void (await transact('readwrite', (store) => store.put(corpus))),
		remove: async (id) => void (await transact('readwrite', (store) => store.delete(id)))
	};
}
