import { describe, expect, it } from 'vitest';

import { counted, grouped } from '../../../src/cli/terminal/numbers.ts';
import { createProgress } from '../../../src/cli/terminal/progress.ts';
import { rejectionLines, summaryOf } from '../../../src/cli/terminal/summary.ts';

function recorder(isTTY: boolean) {
	let text = '';
	return { isTTY, write: (more: string) => (text += more), text: () => text };
}

describe('progress', () => {
	it('is a line for each stage where nobody watches', () => {
		const out = recorder(false);
		const { report, end } = createProgress(out);
		report({ stage: 'read', done: 0, total: null });
		report({ stage: 'read', done: 256, total: null });
		report({ stage: 'assign', done: 1, total: 2 });
		end();
		expect(out.text()).toBe('Reading ...\nAssigning papers ...\n');
	});

	it('is a bar for each stage on a terminal, which ends where the stage ended', () => {
		const out = recorder(true);
		const { report, end } = createProgress(out);
		for (let done = 0; done <= 300; done++) report({ stage: 'assign', done, total: 300 });
		report({ stage: 'write', done: 150, total: 300 });
		end();
		const lines = out.text().split('\n');
		expect(lines).toHaveLength(3);
		expect(lines[0]).toMatch(/Assigning papers +█{24} 100 %$/);
		expect(lines[1]).toMatch(/Writing +█{12}░{12} {2}50 %$/);
		expect(out.text().split('\r').length).toBeLessThan(30);
	});

	it('counts where the total is unknown', () => {
		const out = recorder(true);
		const { report, end } = createProgress(out);
		report({ stage: 'read', done: 12_345, total: null });
		end();
		expect(out.text()).toMatch(/Reading +12,345\n$/);
	});
});

describe('words for counts', () => {
	it('group thousands without a locale', () => {
		expect([0, 999, 1000, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
		expect(counted(1, 'leaf', 'leaves')).toBe('1 leaf');
		expect(counted(2, 'leaf', 'leaves')).toBe('2 leaves');
	});
});

describe('rejections', () => {
	it('are counted by reason and listed up to ten', () => {
		const rejections = Array.from({ length: 13 }, (_, i) => ({
			file: 'a',
			record: i + 1,
			reason: i < 3 ? 'rare' : 'often',
			excerpt: i === 0 ? 'text' : ''
		}));
		const lines = rejectionLines(summaryOf(rejections));
		expect(lines.slice(0, 4)).toEqual([
			'Rejections:',
			'  10 × often',
			'  3 × rare',
			'  a, record 1: rare («text»)'
		]);
		expect(lines.slice(-2)).toEqual(['  a, record 10: often', '  and 3 more']);
		expect(rejectionLines(summaryOf([]))).toEqual([]);
	});
});
