import { expect } from 'vitest';

import { windowSpan } from '../../src/lib/analysis/trends/finding-words.ts';
import { termHeadline } from '../../src/lib/views/pages/words/term-headline.ts';
import { termModel } from '../../src/lib/views/pages/words/term-model.ts';
import { countedPapers, expectShare, heldWords, share, type Rendered } from './read-sentences.ts';

/** Reads the sentence about words and computes it anew from the papers that hold them. */
export function checkWords({ papers, rowsByUnit, span, trends, unit, date }: Rendered) {
	const terms = heldWords(papers);
	const asked = { date, unit: trends.kind === 'tested' ? trends.window.unit : null };
	const shown = { ...asked, shownUnit: unit, span, themes: [], daysOf: () => null };
	const model = termModel({ all: rowsByUnit, terms }, shown);
	const text = termHeadline(model);
	const all = countedPapers(papers, trends, unit);
	const held = [0, 1, 2].map((word) => all.filter(({ words }) => words.includes(word)).length);
	const most = Math.max(...held);
	const found = new RegExp(`^(.+?) (?:stands|each stand) in (${share}) of the papers`).exec(text);
	if (!found) {
		const of = trends.kind === 'tested' ? ` of ${windowSpan(trends.window)}` : '';
		return expect([text.startsWith(`No paper${of} holds `), most], text).toEqual([true, 0]);
	}
	const named = [...found[1]!.matchAll(/“(\w+)”/g)].map(([, word]) =>
		['apple', 'pear', 'plum'].indexOf(word!)
	);
	const moves = (model.trends.kind === 'tested' ? model.trends.findings : []).flatMap(
		({ id, direction, segments }) =>
			/rising|falling/.test(direction) ? [{ id, steep: Math.abs(segments.at(-1)!.slope) }] : []
	);
	const steepest = Math.max(...moves.map(({ steep }) => steep));
	const wanted =
		moves.length > 0
			? [moves.find(({ steep }) => steep === steepest)!.id]
			: [0, 1, 2].filter((word) => held[word] === most);
	expect(named, text).toEqual(wanted);
	expectShare(found[2]!, held[wanted[0]!]!, all.length, text);
}
