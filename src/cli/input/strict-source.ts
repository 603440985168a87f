import type { PaperSource } from '../../lib/source/source.ts';
import { CommandError } from '../errors.ts';
import { counted } from '../terminal/numbers.ts';
import { accountLines } from '../terminal/summary.ts';
import { afterReading } from './after-reading.ts';

/** A corpus that fails at the end of a pass in which any record was rejected. */
export function strictSource(source: PaperSource): PaperSource {
	return afterReading(source, () => {
		const account = source.account();
		if (account.rejections.length === 0) return;
		const count = counted(account.rejections.length, 'record');
		throw new CommandError(
			[
				...accountLines(account),
				`--strict: ${count} rejected, nothing was written. Mend them, or leave --strict out.`
			].join('\n')
		);
	});
}
