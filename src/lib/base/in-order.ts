/**
 * Has work done on the items of a stream, some at the same time, and gives the results in the order of the items.
 * @param width items at work at the same time, at least 1
 */
export async function* inOrder<T, R>(
	items: AsyncIterable<T> | Iterable<T>,
	width: number,
	work: (item: T) => Promise<R>
): AsyncGenerator<R> {
	const open: Promise<R>[] = [];
	try {
		for await (const item of items) {
			const result = work(item);
			// Its failure is met when its turn comes.
			result.catch(() => {});
			open.push(result);
			if (open.length >= width) yield await (open.shift() as Promise<R>);
		}
		while (open.length > 0) yield await (open.shift() as Promise<R>);
	} finally {
		await Promise.allSettled(open);
	}
}
