/** Room outside memory for what a build needs again before it ends. */
export interface Scratch {
	/** Bytes that were appended. */
	readonly length: number;
	append(bytes: Uint8Array): void;
	/** Fills `into` with the bytes from a place on, all of which were appended. */
	read(from: number, into: Uint8Array): void;
}
