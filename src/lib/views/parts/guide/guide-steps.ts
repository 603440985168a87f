/** What a first visitor should know, a step at a time, and where on the page that is: a selector. */
export const guideSteps = [
	{
		title: 'Papers stand in themes',
		at: 'nav[aria-label^="Themes"]',
		text:
			'Themes are found by the words that papers share. Press one to see only its papers; Open leads to its ' +
			'words and typical papers. The slider above them makes more or fewer themes.'
	},
	{
		title: 'Everything is linked',
		at: '[data-print="no"] .count',
		text:
			'Drag along a chart, or move the ends of its axis with the arrow keys, and all the others follow. The ' +
			'number of papers left always stands at the top, beside what was filtered.'
	},
	{
		title: 'Every claim can be checked',
		at: 'section[aria-labelledby="in-short"]',
		text:
			'Each sentence is computed from what you see, and ends in its chart and its papers. How to read this explains ' +
			'a drawing; Data shows its numbers.'
	},
	{
		title: 'Keep what you find',
		at: 'section[aria-labelledby="papers-heading"] header',
		text:
			'The address holds all that you see: copy it to share it. Papers are exported below the charts, ' +
			'and a paper that you collect waits in the reading list.'
	}
] as const;
