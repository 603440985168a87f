/** A file of which any part can be read: a file on a disk, a `Blob`, bytes in memory. */
export interface RandomAccess {
	readonly name: string;
	readonly size: number;
	/** The bytes from `start` to before `end`, fewer where the file ends. */
	read(start: number, end: number): Promise<Uint8Array>;
}
