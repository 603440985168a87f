/** Milliseconds between two turns of the event loop: a turn takes some hundredths of one. */
const between = 30;

/**
 * Gives the event loop of a worker a turn now and then. A worker that is ended is heard of between its tasks only, and
 * a build of which every step waits for the one before is a single task: Chromium lets it run on for two seconds.
 */
export function turns(): () => Promise<void> {
	const { port1, port2 } = new MessageChannel();
	let last = performance.now();
	return () => {
		const now = performance.now();
		if (now - last < between) return Promise.resolve();
		return new Promise((resolve) => {
			port1.onmessage = () => {
				last = performance.now();
				resolve();
			};
			port2.postMessage(null);
		});
	};
}
