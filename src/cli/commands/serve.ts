import { datasetFolder } from '../archive/unpack.ts';
import { oneOf, readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { answerers, showDataset } from '../site/show.ts';

const usage = `corpuscope serve DATASET [options]

Serves a dataset (a folder, or a .corpuscope.zip) with the page that shows it, and prints the address.

  --answers auto|page|server
                       who answers the questions of the page: the page itself, which loads the dataset, or this server
                       by native DuckDB (auto: the server where there are more than a million papers)
  --open               open it in the browser
  --help               this text

PORT chooses the port; without it, 4173 or the next free one. HOST chooses the address to listen on (127.0.0.1);
without it, only names of this machine are answered. Runs until it is stopped.`;

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const options = {
		open: { type: 'boolean', default: false },
		answers: { type: 'string', default: 'auto' }
	} as const;
	const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options });
	const [path] = positionals;
	if (path === undefined || positionals.length > 1) {
		throw new UsageError(`serve needs one dataset.\n\n${usage}`);
	}
	const answerer = oneOf('answers', values.answers, answerers);
	const folder = await datasetFolder(path, signal);
	await showDataset(folder, { opens: values.open, answerer }, signal);
}

/** A dataset on a page. */
export const serve: Command = { usage, run, readsDatasets: true, runsUntilStopped: true };
