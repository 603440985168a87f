import { base, build, files, prerendered } from '$service-worker';

const dataset = `${base}/dataset/`;

/** The files of a dataset that pages read: not its model nor its list of checksums. */
const isRead = (file: string) =>
	!file.startsWith(dataset) || /^[^/]+\.(?:duckdb|json)$/.test(file.slice(dataset.length));
const isCutPart = (file: string) => /-\d{4}\.duckdb$/.test(file) && !file.startsWith(`${dataset}dataset-`);
const isLater = (file: string) => isCutPart(file) || file.startsWith(`${base}/one-file/`);

const read = files.filter(isRead);

/** Without these the site does not run: pages with their data, code, engine, and the dataset's main files. */
export const essential: readonly string[] = [
	...prerendered,
	...build,
	...read.filter((file) => !isLater(file))
];

/** Texts, authors, vectors, search, the page to save: they may be large, and each is needed by some visits only. */
export const parts: readonly string[] = read.filter(isLater);

const owned = new Set([...essential, ...parts]);

/** Whether a path belongs to the site as it was built. */
export function isOwned(path: string): boolean {
	return owned.has(path) || path.startsWith(`${base}/_app/immutable/`);
}

/** The prerendered page that an address means, with or without its last slash or `index.html`. */
export function pageAt(path: string): string | null {
	const page = `${path.replace(/index\.html$/, '').replace(/\/$/, '')}/`;
	return prerendered.includes(page) ? page : null;
}
