import { statSync } from 'node:fs';
import { extname } from 'node:path';

import { formatArrangement } from '../../lib/themes/syntax.ts';
import type { ExportRow } from '../../lib/dataset/export-row.ts';
import { exportFormats, writeRows, type FormatName } from '../../lib/export/formats.ts';
import { formatFilters } from '../../lib/queries/filters/filter-syntax.ts';
import { readArguments, oneOf } from '../arguments.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { writeBytes, writeWhole } from '../export/destination.ts';
import { pageOf } from '../export/page.ts';
import { writeParquet } from '../export/parquet.ts';
import { withSelection } from '../export/selection.ts';
import { readSelection, selectionOptions, selectionUsage } from '../export/selection-options.ts';
import { refuseOverwriting, requireFilePlace } from '../output-place.ts';
import { note } from '../terminal/print.ts';
import { counted } from '../terminal/numbers.ts';

type Format = FormatName | 'parquet' | 'html';

const formats: readonly Format[] = [...(Object.keys(exportFormats) as FormatName[]), 'parquet', 'html'];

const usage = `corpuscope export [options]

Writes the papers of a dataset that pass every filter, as the page exports them. With --format html, writes the whole
dataset with its page as one file, which opens by double click, without a server or a connection, on these filters.

${selectionUsage}
  --format NAME          ${formats.join(', ')} (what --out ends in, else csv)
  --out FILE             where they go (standard output, as with -)
  --help                 this text

Dates are widened to whole periods where the dataset counts by month, quarter or year.`;

const options = {
	...selectionOptions,
	format: { type: 'string' },
	out: { type: 'string' }
} as const;

function formatOf(format: string | undefined, out: string | undefined): Format {
	if (format !== undefined) return oneOf('format', format, formats);
	const extension = extname(out ?? '')
		.slice(1)
		.toLowerCase();
	return (
		formats.find(
			(name) =>
				name === extension ||
				(name !== 'parquet' && name !== 'html' && exportFormats[name].extension === extension)
		) ?? 'csv'
	);
}

function read(args: readonly string[]) {
	const given = readArguments({ args: [...args], allowPositionals: true, options });
	const values = readSelection('export', usage, given);
	const { out } = values;
	const format = formatOf(values.format, out);
	if ((format === 'parquet' || format === 'html') && out === undefined) {
		throw new UsageError(`--format ${format} needs --out FILE.`);
	}
	return { ...values, out, format };
}

/** Passes rows on and counts them. */
class Tally {
	papers = 0;

	async *count(batches: AsyncIterable<readonly ExportRow[]>, signal: AbortSignal) {
		for await (const rows of batches) {
			signal.throwIfAborted();
			this.papers += rows.length;
			yield rows;
		}
	}
}

const megabytes = (path: string | undefined) => `${Math.round(statSync(path as string).size / 1e6)} MB`;

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const { dataset: path, format, out, ...wanted } = read(args);
	if (out !== undefined) {
		refuseOverwriting([out], [path]);
		requireFilePlace(out);
	}
	await withSelection(path, wanted, signal, async ({ manifest, queries, arrangement, filters }) => {
		const asked = [...formatArrangement(arrangement), ...formatFilters(filters)];
		if (format === 'html') {
			const view = asked.length === 0 ? '' : `?${new URLSearchParams(asked.map((pair) => [...pair]))}`;
			await writeBytes(await pageOf(path, manifest, view, signal), out, signal);
			note(
				`${counted(manifest.counts.papers, 'paper')} and the page that shows them in ${out} (${megabytes(out)})`
			);
			return;
		}
		const tally = new Tally();
		const batches = tally.count(queries.exportRows({ filters }, signal), signal);
		if (format === 'parquet') await writeWhole(out as string, (path) => writeParquet(batches, path));
		else await writeBytes(writeRows(exportFormats[format], batches), out, signal);
		const written = asked.map(([name, value]) => `${name}=${value}`);
		const which = written.length === 0 ? 'no filter' : written.join(' ');
		note(`${counted(tally.papers, 'paper')} (${which})${out === undefined ? '' : ` in ${out}`}`);
	});
}

/** The papers of a dataset that pass filters, as a file. */
export const exportPapers: Command = { usage, run, readsDatasets: true };
