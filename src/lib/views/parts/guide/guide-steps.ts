/** What a first visitor should know, a step at a time. */
export const guideSteps = [
	{
		title: 'Papers stand in themes',
		text:
			'Themes are found by the words that papers share. Press one to see only its papers; Open leads to its ' +
			'words and typical papers. The slider above them makes more or fewer themes.'
	},
	{
		title: 'Everything is linked',
		text:
			'Drag along a chart, or move the ends of its axis with the arrow keys, and all the others follow. The ' +
			'number of papers left always stands at the top, beside what was filtered.'
	},
	{
		title: 'Every claim can be checked',
		text:
			'Each sentence is computed from what you see, and ends in its chart and its papers. How to read this explains ' +
			'a drawing; Data shows its numbers.'
	},
	{
		title: 'Keep what you find',
		text:
			'The address holds all that you see: copy it to share it. Papers are exported below the charts, ' +
			'and a paper that you collect waits in the reading list.'
	}
] as const;
