#!/usr/bin/env node
import { existsSync } from 'node:fs';

import { generator } from '../lib/dataset/version.ts';
import type { Command } from './command.ts';
import { commands } from './commands/index.ts';
import { UsageError } from './errors.ts';
import { reported } from './reported.ts';
import { runInThread } from './worker/client.ts';

const usage = `corpuscope INPUT...              find themes in papers and show them (as "open" does)
corpuscope <command> [options]

  open INPUT...      find themes in papers and show them on a page of this machine
  fetch SOURCE       download papers from Hugging Face Daily Papers, arXiv or OpenAlex
  build INPUT...     turn papers into a dataset of themes and trends
  assign INPUT...    put new papers into the themes of a dataset
  inspect FOLDER     say what is in a dataset, and whether it is as it was written
  export             write a dataset's papers as CSV, JSON Lines, BibTeX, RIS or Parquet
  trends             say which themes or words rise and fall, as the page does
  serve DATASET      show a dataset on a page of this machine
  site DATASET       write a dataset and its page as a folder for a static host

  corpuscope <command> --help tells more; --version prints the version.`;

/** Whether a word that is no command stands for papers to open, or is an option before them. */
const isInput = (word: string) => word.startsWith('-') || /[*?.\\/]/.test(word) || existsSync(word);

/** What stands on the command line, with the command that is meant where none is named. */
function commandOf(args: readonly string[]): readonly string[] {
	const [name = ''] = args;
	if (Object.hasOwn(commands, name)) return args;
	if (isInput(name)) return ['open', ...args];
	throw new UsageError(`There is no command ${name}, and no such file.\n\n${usage}`);
}

async function run(args: readonly string[], heed: () => AbortSignal): Promise<void> {
	const [first] = args;
	if (first === undefined) throw new UsageError(usage);
	if (first === '--version') return console.log(generator.version);
	if (['--help', '-h', 'help'].includes(first)) return console.log(usage);
	const [name = '', ...rest] = commandOf(args);
	const command = await (commands[name] as () => Promise<Command>)();
	if (rest.includes('--help') || rest.includes('-h')) console.log(command.usage);
	else if (command.readsDatasets) await runInThread({ name, args: rest }, command, heed());
	else await command.run(rest, heed());
}

process.exitCode = await reported((heed) => run(process.argv.slice(2), heed));
