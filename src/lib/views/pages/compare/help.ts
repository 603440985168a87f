/** How to read a comparison, in plain words. */
export const compareHelp = {
	themes:
		'Each side’s papers are split by theme. The dot is the share in B less the share in A, in percentage points; the ' +
		'line is its 95 % interval (Newcombe 1998, from Wilson intervals). A filled dot is a difference that is at least fairly sure. ' +
		'Every number opens its papers.',
	certainty:
		'A chi-square test asks of each theme whether its share differs between the sides. The words go by the adjusted p, ' +
		'which allows for looking at all themes (Benjamini and Hochberg): below 0.01 very sure, below 0.05 fairly sure. Nothing is said where the interval holds no difference.',
	terms:
		'Words that more papers of one side hold, as a share of its papers, by how many standard errors the two shares ' +
		'differ (z: the root of chi-square with Yates’ correction). Words count by their stem; words that every text ' +
		'has are left out, also of other languages where papers are written in them. Shown is what lies beyond 1.96 and ' +
		'stands in two papers of its side; by chance one word of twenty would lie beyond, and words of one paper come ' +
		'together: the first are worth more than the last.',
	teams:
		'The share of each side’s papers with so many authors. Cliff’s delta is the chance that a team of B is larger ' +
		'than one of A, less the chance that it is smaller: 0 means no difference; .15 is small, .33 medium, .47 large.',
	dates: 'The share of each side’s papers that fall into each period.'
} as const;
