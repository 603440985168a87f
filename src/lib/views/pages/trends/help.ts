import { surenessWords } from '../../../analysis/trends/finding-words.ts';

/** How to read the trends, in plain words. */
export const trendHelp = {
	ranking:
		'Each theme’s share of the papers is followed over the periods named above. A joinpoint regression draws it as ' +
		'straight stretches (of the logit), bent where the papers say so: at most one bend for each eight periods, three ' +
		'at the most. The statement is about the last stretch and says what was before. Points are percentage points a ' +
		'period over the last stretch, with their 95 % interval; per cent a year is relative to the share itself. ' +
		'“Since” is where the last stretch begins, with its own interval. Papers of one period resemble each other, and ' +
		'so do neighbouring periods: both make the intervals wider. Shares sum to one, so a rise makes others fall. ' +
		`${surenessWords} What is neither very nor fairly sure is no clear change.`,
	certainty:
		'Looking at many themes finds some change by chance, so words go by q, the p-value of the last stretch adjusted ' +
		'over the themes (Benjamini and Hochberg). Steady means that a change of more than half a point, or a tenth of ' +
		'the share, is ruled out.',
	bursts:
		'A burst is a stretch of periods in which papers of a theme are better explained by twice its usual share than ' +
		'by the usual one, the cost of changing over included (Kleinberg 2002). Its weight is how much better: 1 is ' +
		'hardly worth a look, 10 is hard to miss.'
} as const;
