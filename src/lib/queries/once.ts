/** A value that is made when it is first asked for, and again after a failure. */
export class Once<T> {
	#value: Promise<T> | null = null;

	get(make: () => Promise<T>): Promise<T> {
		this.#value ??= make().catch((error: unknown) => {
			this.#value = null;
			throw error;
		});
		return this.#value;
	}
}
