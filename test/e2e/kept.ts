import type { Page } from '@playwright/test';

/** What a browser keeps of the papers that somebody opened or collected. */
interface Kept {
	/** Datasets. */
	corpora: number;
	/** Things that belong to a dataset, its reading list for example. */
	belongings: number;
	/** All of those, as JSON. */
	told: string;
}

/** Looks into the browser's store, of which nothing is changed and which is not made. */
export function keptIn(page: Page): Promise<Kept> {
	return page.evaluate(async () => {
		const databases = await indexedDB.databases();
		if (!databases.some(({ name }) => name === 'corpuscope')) return { corpora: 0, belongings: 0, told: '' };
		const request = indexedDB.open('corpuscope');
		await new Promise((resolve) => (request.onsuccess = resolve));
		const transaction = request.result.transaction(['corpora', 'belongings']);
		const [corpora, belongings] = ['corpora', 'belongings'].map((name) =>
			transaction.objectStore(name).getAll()
		) as [IDBRequest<unknown[]>, IDBRequest<unknown[]>];
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		request.result.close();
		const [all, told] = [corpora.result.length, JSON.stringify(belongings.result)];
		return { corpora: all, belongings: belongings.result.length, told };
	});
}
