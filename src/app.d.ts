declare global {
	namespace App {}

	/** What app.html does until the page listens: it keeps files that fell on it, and links take the filters along. */
	var early: { files: File[]; listening: AbortController } | undefined;
}

export {};
