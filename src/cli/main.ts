import { generator } from '../lib/dataset/version.ts';
import type { Command } from './command.ts';
import { commands } from './commands/index.ts';
import { UsageError } from './errors.ts';
import { reported } from './reported.ts';
import { runInThread } from './worker/client.ts';

const usage = `corpuscope <command> [options]

  fetch SOURCE       download papers from Hugging Face Daily Papers, arXiv or OpenAlex
  build INPUT...     turn papers into a dataset of themes and trends
  assign INPUT...    put new papers into the themes of a dataset
  inspect FOLDER     say what is in a dataset, and whether it is as it was written
  export             write a dataset's papers as CSV, JSON Lines, BibTeX, RIS or Parquet
  trends             say which themes or words rise and fall, as the page does

  corpuscope <command> --help tells more; --version prints the version.`;

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const [name, ...rest] = args;
	if (name === '--version') {
		console.log(generator.version);
		return;
	}
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		if (name === undefined) throw new UsageError(usage);
		console.log(usage);
		return;
	}
	if (!Object.hasOwn(commands, name)) throw new UsageError(`There is no command ${name}.\n\n${usage}`);
	const command = await (commands[name] as () => Promise<Command>)();
	if (rest.includes('--help') || rest.includes('-h')) console.log(command.usage);
	else if (command.readsDatasets) await runInThread({ name, args: rest }, signal);
	else await command.run(rest, signal);
}

process.exitCode = await reported((signal) => run(process.argv.slice(2), signal));
