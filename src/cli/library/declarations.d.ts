/** What a build is told; every option but `inputs` and `out` has the default of `corpuscope build`. */
export interface BuildRequest {
	/** Files, folders and globs of papers. */
	inputs: string | readonly string[];
	/** The folder of the dataset, or a name that ends in `.corpuscope.zip` for one file. An older dataset is replaced. */
	out: string;
	/** Number of themes. */
	themes?: 'auto' | number;
	/** The same seed gives the same themes. */
	seed?: number;
	weighting?: 'bm25' | 'tfidf';
	/** Name of the corpus, where the one it states is not wanted. */
	title?: string;
	/** Fail when any record is rejected. */
	strict?: boolean;
	/** Keep identical papers apart. */
	keepDuplicates?: boolean;
	/** What columns or fields hold whose names say it in no usual way: `{ abstract: 'Zusammenfassung' }`. */
	columns?: Readonly<Record<string, string>>;
	/** Called as the build goes on. */
	onProgress?: (progress: BuildProgress) => void;
	/** Stops the build; nothing is then written. */
	signal?: AbortSignal;
}

export interface BuildProgress {
	/** What is being done: `Reading`, `Finding themes` and so on. */
	readonly stage: string;
	readonly done: number;
	/** `null` where it is not known. */
	readonly total: number | null;
}

export interface BuiltTheme {
	readonly themeId: number;
	readonly label: string;
	/** Papers that belong to it. */
	readonly papers: number;
}

/** A record that could not become a paper. */
export interface RejectedRecord {
	readonly file: string;
	/** Its position in the file, from 1. */
	readonly record: number;
	readonly reason: string;
}

export interface BuiltDataset {
	/** The dataset's folder or file. */
	readonly out: string;
	readonly title: string | null;
	/** The same for the same papers, options and seed, on any machine. */
	readonly fingerprint: string;
	/** records = papers + duplicates + rejected */
	readonly counts: { readonly papers: number; readonly duplicates: number; readonly rejected: number };
	/** The published themes, in the order of their ids. */
	readonly themes: readonly BuiltTheme[];
	readonly rejections: readonly RejectedRecord[];
}

/**
 * Finds themes in papers and writes a dataset, in threads of its own.
 * @throws Error in words when an option is wrong, a file cannot be read or nothing may be written; the signal's reason
 * when that aborts. What stood at `out` is then as it was
 */
export function buildDataset(request: BuildRequest): Promise<BuiltDataset>;
