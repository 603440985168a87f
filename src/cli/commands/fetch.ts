import { generator } from '../../lib/dataset/version.ts';
import { arxiv } from '../fetch/arxiv.ts';
import { clockFor } from '../fetch/clock.ts';
import { dailyPapers } from '../fetch/daily-papers.ts';
import { download } from '../fetch/download.ts';
import { openAlex } from '../fetch/openalex.ts';
import { firstDay, lastDay } from '../fetch/days.ts';
import type { Source } from '../fetch/source.ts';
import { Visitor } from '../fetch/visitor.ts';
import { createWatch, fetchedLines } from '../terminal/fetched.ts';
import { say } from '../terminal/print.ts';
import { readArguments, oneOf, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { Interrupted } from '../interrupt.ts';

const usage = `corpuscope fetch SOURCE --out FILE [options]

Downloads papers as JSON Lines for "build". This is the one command that uses the network. A download that was stopped
or broke off goes on where it was when the same command is given again, without asking anything twice.

  fetch daily-papers --from DAY --to DAY       the Daily Papers of Hugging Face
  fetch arxiv --query TEXT | --category NAME   arXiv, in its own query language: all:electron, au:curie AND ti:radium;
                                               categories such as cs.CL; at most one request in three seconds
  fetch openalex --search TEXT | --filter TEXT OpenAlex, with its own filters: type:article,language:en

  --out FILE           where the papers go; FILE.part and FILE.state.json until all have come
  --from DAY --to DAY  days, months or years (2024-05-27, 2024-05, 2024), both included: listed on these days for
                       daily-papers, submitted for arxiv, published for openalex
  --limit N            no more than N papers
  --mailto ADDRESS     tells OpenAlex whom to write to; a key in OPENALEX_API_KEY raises its daily allowance
  --base-url URL       another host with the same interface
  --help               this text

What the source states badly is reported and left out. Ends with 0 when done, 1 when it failed, 2 when called wrongly.`;

const options = {
	out: { type: 'string' },
	from: { type: 'string' },
	to: { type: 'string' },
	query: { type: 'string' },
	category: { type: 'string' },
	search: { type: 'string' },
	filter: { type: 'string' },
	limit: { type: 'string' },
	mailto: { type: 'string' },
	'base-url': { type: 'string' }
} as const;

type Values = Partial<Record<keyof typeof options, string>>;
type Wanted = { [name in Exclude<keyof Values, 'limit'>]?: string | undefined } & { limit: number | null };

const own = {
	'daily-papers': [],
	arxiv: ['query', 'category'],
	openalex: ['search', 'filter', 'mailto']
} as const;
type Name = keyof typeof own;

/** @throws UsageError for an option that belongs to another source */
function refuseForeign(name: Name, values: Values): void {
	const all = Object.values(own).flat();
	const foreign = all.find(
		(option) => values[option] !== undefined && !own[name].some((allowed) => allowed === option)
	);
	if (foreign !== undefined) throw new UsageError(`fetch ${name} does not know --${foreign}.\n\n${usage}`);
}

const sources: Readonly<Record<Name, (values: Wanted) => Source>> = {
	'daily-papers': ({ from, to, 'base-url': base }) => {
		if (from === undefined || to === undefined) {
			throw new UsageError(`fetch daily-papers needs --from DAY and --to DAY.\n\n${usage}`);
		}
		return dailyPapers(from, to, base);
	},
	arxiv: (values) => {
		if (values.query === undefined && values.category === undefined) {
			throw new UsageError(`fetch arxiv needs --query or --category.\n\n${usage}`);
		}
		return arxiv(values, values.limit, values['base-url']);
	},
	openalex: (values) => {
		if (values.search === undefined && values.filter === undefined) {
			throw new UsageError(`fetch openalex needs --search or --filter.\n\n${usage}`);
		}
		const caller = { mailto: values.mailto, apiKey: process.env.OPENALEX_API_KEY };
		return openAlex(values, caller, values['base-url']);
	}
};

function read(args: readonly string[]) {
	const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options });
	const [first, ...more] = positionals;
	if (first === undefined || more.length > 0) throw new UsageError(`fetch needs one source.\n\n${usage}`);
	const name = oneOf('source', first, Object.keys(own) as Name[]);
	refuseForeign(name, values);
	const { out } = values;
	if (out === undefined) throw new UsageError(`fetch needs --out FILE.\n\n${usage}`);
	const limit =
		values.limit === undefined ? null : wholeNumber('limit', values.limit, 1, Number.MAX_SAFE_INTEGER);
	const from = values.from === undefined ? undefined : firstDay('from', values.from);
	const to = values.to === undefined ? undefined : lastDay('to', values.to);
	if (from !== undefined && to !== undefined && from > to) throw new UsageError('--from lies behind --to.');
	const source = sources[name]({ ...values, from, to, limit });
	return { source, out, limit: limit ?? Infinity, mailto: values.mailto };
}

function userAgent(mailto: string | undefined): string {
	return `${generator.name}/${generator.version}${mailto === undefined ? '' : ` (mailto:${mailto})`}`;
}

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const { source, out, limit, mailto } = read(args);
	const clock = clockFor(source.address(source.start), process.env.CORPUSCOPE_CLOCK_SPEED);
	const watch = createWatch(process.stderr);
	const visitor = new Visitor(source, clock, userAgent(mailto), watch.say);
	try {
		const state = await download(source, out, limit, (cursor) => visitor.page(cursor, signal), watch);
		say(...fetchedLines(state, out));
	} catch (error) {
		watch.end();
		if (error instanceof Interrupted) {
			error.message = 'Stopped. The same command goes on where this one was.';
		}
		throw error;
	}
}

/** Papers from a service, as a file to build from. */
export const fetchPapers: Command = { usage, run };
