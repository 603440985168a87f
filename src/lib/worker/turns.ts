/** Milliseconds between two turns of the event loop: a turn takes some hundredths of one. */
const usually = 30;

/**
 * Gives the event loop of a worker a turn now and then. A worker that is ended is heard of between its tasks only, and
 * a build of which every step waits for the one before is a single task: Chromium lets it run on for two seconds.
 * Whoever asks during a turn shares it.
 * @param between milliseconds after a turn in which there is no other
 */
export function turns(between = usually): () => Promise<void> {
	const { port1, port2 } = new MessageChannel();
	let last = performance.now();
	let open: Promise<void> | null = null;
	const turn = () =>
		new Promise<void>((resolve) => {
			port1.onmessage = () => {
				last = performance.now();
				open = null;
				resolve();
			};
			port2.postMessage(null);
		});
	return () => {
		if (open === null && performance.now() - last < between) return Promise.resolve();
		return (open ??= turn());
	};
}
