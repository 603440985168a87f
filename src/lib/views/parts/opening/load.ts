import { checksumsEntry, manifestEntry } from '../../../archive/entry-name.ts';
import { openArchive, type Archive } from '../../../archive/read.ts';
import { zipDirectory } from '../../../zip/directory.ts';
import type { RandomAccess } from '../../../zip/random-access.ts';

export { indexInWorker } from '../../../worker/client.ts';

function accessTo(file: Blob, name: string): RandomAccess {
	return {
		name,
		size: file.size,
		read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer())
	};
}

/** Whether a file is a saved dataset rather than papers to read. */
export async function isSavedDataset(file: File): Promise<boolean> {
	const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
	if (start[0] !== 0x50 || start[1] !== 0x4b) return false;
	try {
		const names = (await zipDirectory(accessTo(file, file.name))).map(({ name }) => name);
		return names.includes(manifestEntry) && names.includes(checksumsEntry);
	} catch {
		// Then it is another kind of archive, and for the readers of papers to judge.
		return false;
	}
}

/** A saved dataset. @throws ZipError when it cannot be opened */
export function loadArchive(file: Blob, name: string): Promise<Archive> {
	return openArchive(accessTo(file, name));
}
