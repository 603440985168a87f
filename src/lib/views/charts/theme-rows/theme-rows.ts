import type { TrendUnit } from '../../../analysis/periods.ts';
import { rankingHeadline } from '../../../analysis/trends/ranking.ts';
import { windowWords } from '../../../analysis/trends/finding-words.ts';
import { asideWords, withBasis } from '../captions.ts';
import type { Chart } from '../chart.ts';
import { trendHeadline } from '../trend/trend-headline.ts';
import { trendModel, type TrendModel } from '../trend/trend-model.ts';
import { trendTable } from '../trend/trend-table.ts';
import { trendCaption } from '../trend/trend.ts';
import RowControls from './RowControls.svelte';
import ThemeRowsView from './ThemeRowsView.svelte';

interface RowsModel extends TrendModel {
	unit: TrendUnit;
}

const titleOf = ({ unit }: RowsModel) => `Share of papers by ${unit}, a row for each theme`;

/** Themes one below the other: small trends over one axis, with size, share and certainty. */
export const themeRows: Chart<'theme' | 'date', RowsModel> = {
	id: 'themes',
	name: 'Themes one by one',
	wide: true,
	by: ['theme', 'date'],
	ignoring: ['theme', 'date'],
	model: (source) => ({ ...trendModel(source), unit: source.unit }),
	title: titleOf,
	description(model) {
		const { length } = model.series;
		const rows = length === 1 ? 'one theme' : `${length} themes, a row each`;
		return `Share of papers by ${model.unit} of ${rows}. The same numbers stand in the table under Data.`;
	},
	headline(source) {
		const { rows, trends } = source;
		if (trends.kind !== 'tested' || source.themes.length === 1) {
			return trendHeadline({ ...source, trend: rows });
		}
		return { text: rankingHeadline(trends), basis: windowWords(trends.window) };
	},
	caption({ unit, periods, offAxis, beyond }, headline) {
		// What the headline rests on says what it leaves out, undated papers among it: once is enough.
		const isSaid = headline.basis.includes('; left out: ');
		const none = { coarse: 0, undated: 0 };
		const caption = trendCaption('share', unit, periods, none, { beyond: isSaid ? null : beyond });
		return withBasis(isSaid ? caption : caption + asideWords(offAxis), headline);
	},
	table: (model) => trendTable(titleOf(model), model.periods, model.series, model.offAxis, 'share'),
	help:
		'Each row is a theme; all rows share both axes, so that heights compare. The area is its share of all papers of ' +
		'a period; hatched periods are covered only in part. Point at a period, or press the arrow keys left and right in ' +
		'a row, to read it in all rows. Press a theme to see only its papers, with Shift to add it; Open leads to its ' +
		'page, and the number of papers to their list. A row says whether the share surely rises or falls; “no clear ' +
		'change” means that chance alone could look like this.',
	View: ThemeRowsView,
	Controls: RowControls
};
