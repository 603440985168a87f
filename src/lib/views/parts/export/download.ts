/** Hands a file to the browser's downloads. */
export function download(file: Blob, name: string): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers read the address only after the click has been dealt with.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `812 bytes`, `4.2 kB`, `31 MB`. */
export function sizeWords(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
	return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}
