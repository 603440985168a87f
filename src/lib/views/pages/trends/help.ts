/** How to read the trends, in plain words. */
export const trendHelp = {
	ranking:
		'A theme rises when its share of each period’s papers tends to be larger later on. The effect is Sen’s slope: ' +
		'the middle one of all changes from one period to another, in percentage points, with its 95 % interval. ' +
		'Mann-Kendall asks how often chance alone would order the shares so well; below ten periods the answer is ' +
		'exact, from ten on its variance is widened where neighbouring periods resemble each other (Hamed and Rao), ' +
		'and never narrowed. Looking at many themes finds some trend by chance, so the words go by the value adjusted ' +
		'after Benjamini and Hochberg: very sure below 0.01, fairly sure below 0.05, perhaps below 0.2. Shares sum to ' +
		'one, so a rise makes others fall; Benjamini and Yekutieli allow for that and are stricter. Cochran-Armitage ' +
		'weighs each period by its papers. Periods that the corpus covers only in part take no part.',
	bursts:
		'A burst is a stretch of periods in which papers of a theme are better explained by twice its usual share than ' +
		'by the usual one, the cost of changing over included (Kleinberg 2002). Its weight is how much better: 1 is ' +
		'hardly worth a look, 10 is hard to miss.'
} as const;
