declare global {
	namespace App {}

	/** What app.html keeps until the page listens: files that fell on it. */
	var earlyDrop: { files: File[]; listening: AbortController } | undefined;
}

export {};
