/** How to read the overview's charts, in plain words. */
export const help = {
	trend:
		'Each line is a theme; its height is how many papers of a period belong to it, or which share of the ' +
		'period’s papers. The band around a theme that is pointed at or selected is the 95 % interval of its share (Wilson). ' +
		'A wide, pale stretch is a burst, in which the theme has about twice its usual share. ' +
		'Smoothed, the thin line is what was counted and the thick one a local regression (LOESS) over the third of the ' +
		'periods nearest to each, in which periods weigh as much as they have papers. ' +
		'Hollow dots rest on fewer than 20 papers. Hatched periods are covered only in part, so ' +
		'their counts are low; dotted lines lead there. Press a line to see only that theme, drag along the axis ' +
		'to see only some dates. Papers without a date, or dated only by year, stand in bars at the right edge.',
	team:
		'Each bar counts the papers whose number of authors falls into its range. Drag across bars to see only ' +
		'such papers. Papers that do not say how many authors they have stand in a bar of their own.',
	teamByTheme:
		'The dot is the median: half of a theme’s papers have fewer authors, half have more. The bar holds the ' +
		'middle half of its papers, the line reaches from the smallest team to the largest. The axis is ' +
		'logarithmic: each doubling takes the same space.',
	teamOverTime:
		'The line is the median number of authors of each period’s papers, the band holds the middle half of ' +
		'them. The axis is logarithmic: each doubling takes the same space. Press a period to see its papers.',
	teamCertainty:
		'Kruskal-Wallis asks whether any theme’s teams differ; epsilon-squared says how much of the differences between ' +
		'teams goes with the theme, 0 none to 1 all. Cliff’s delta is the chance that a team of the theme is larger than ' +
		'one of the rest less the chance that it is smaller: below .15 negligible, to .33 small, to .47 medium. p comes ' +
		'from a Mann-Whitney test; the adjusted one allows for looking at all themes (Benjamini and Hochberg).',
	matrix:
		'Each cell counts the papers of a theme with so many authors. The shade compares cells within a theme: ' +
		'the darker, the larger the share of the theme’s papers. Press a cell to see its papers.'
} as const;
