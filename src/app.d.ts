declare global {
	namespace App {}

	/** What app.html does until the page listens: it keeps files that fell on it, and links take the filters along. */
	var early: { files: File[]; listening: AbortController } | undefined;

	/**
	 * What the pages are built as: the site of the dataset in `static/`, prerendered; pages for any dataset that lies
	 * beside them, which is what the package serves; one file that holds page and dataset.
	 */
	const PAGE_KIND: 'site' | 'package' | 'file';
	/** Every format and archive that papers come in; the build writes them in from the registry of formats. */
	const KNOWN_FORMATS: readonly { id: string; label: string }[];
	/** How files of papers end, without the dot. */
	const KNOWN_FILES: readonly string[];
}

export {};
