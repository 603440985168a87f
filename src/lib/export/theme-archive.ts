import type { ExportRow } from '../dataset/export-row.ts';
import { distinctFileNames } from './file-name.ts';
import { writeRows, type ExportFormat } from './formats.ts';
import { zip } from './zip.ts';

/**
 * A zip archive with one file for each theme, named after it.
 *
 * @param rowsOf papers of a theme, asked for when their file is due
 */
export function themeArchive(
	themes: readonly { themeId: number; label: string }[],
	format: ExportFormat,
	rowsOf: (themeId: number) => AsyncIterable<readonly ExportRow[]> | Iterable<readonly ExportRow[]>
): AsyncGenerator<Uint8Array> {
	const names = distinctFileNames(
		themes.map(({ label }) => label),
		format.extension
	);
	function* entries() {
		for (const [place, { themeId }] of themes.entries()) {
			yield { name: names[place] as string, content: writeRows(format, rowsOf(themeId)) };
		}
	}
	return zip(entries());
}
