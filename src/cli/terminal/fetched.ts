import type { Progress } from '../../lib/base/progress.ts';
import type { Watch } from '../fetch/download.ts';
import type { State } from '../fetch/partial-file.ts';
import { counted, grouped } from './numbers.ts';
import { oneLine } from './print.ts';

/** Rejections that are printed one by one. */
const shown = 10;

interface Output {
	readonly isTTY?: boolean | undefined;
	write(text: string): unknown;
}

/** What is said while a download runs. */
interface FetchView extends Watch {
	say(line: string): void;
	/** Completes what is shown. */
	end(): void;
}

const soFar = ({ done, total }: Progress) =>
	total === null ? counted(done, 'paper') : `${grouped(done)} of ${counted(total, 'paper')}`;

/** One line that counts on a terminal, a line for each page elsewhere. */
export function createWatch(out: Output): FetchView {
	let isOpen = false;
	let rejections = 0;
	const end = () => {
		if (isOpen) out.write('\n');
		isOpen = false;
	};
	const say = (line: string) => {
		end();
		out.write(`${oneLine(line)}\n`);
	};
	return {
		say,
		end,
		resumed: (state) => say(`Going on after ${counted(state.papers, 'paper')}.`),
		page: (progress) => {
			if (out.isTTY !== true) return say(soFar(progress));
			out.write(`\r\u001b[2K${soFar(progress)}`);
			isOpen = true;
		},
		rejected: ({ parsed }) => {
			if (!('reason' in parsed) || ++rejections > shown) return;
			say(`Rejected: ${parsed.reason}${parsed.excerpt === '' ? '' : ` («${parsed.excerpt}»)`}`);
		}
	};
}

/** What a download has brought. */
export function fetchedLines({ papers, repeats, rejected }: State, out: string): string[] {
	return [
		`Papers: ${grouped(papers)} in ${out}`,
		`Repeats left out: ${grouped(repeats)}`,
		`Rejected: ${grouped(rejected)}`
	];
}
