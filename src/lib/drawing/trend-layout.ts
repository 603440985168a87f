import type { OffAxis, TrendSeries } from './model.ts';
import { textWidth } from './ticks.ts';
import { notable } from './trend-values.ts';

/** Room taken by the parts of a trend chart, in pixels. */
export interface TrendLayout {
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Left edge and width of the column of labels; none on narrow charts, and for a single line, which needs no name. */
	labels: { x: number; width: number } | null;
	/** Left edge of the bars beside the axis, and each bar's width. */
	beside: { x: number; width: number };
}

/** Below this width labels stand in a key above the chart. */
const roomForLabels = 560;
const besideWidth = 46;
const axisHeight = 44;

export function offAxisKinds(offAxis: OffAxis): (keyof OffAxis)[] {
	return (['coarse', 'undated'] as const).filter((kind) => offAxis[kind] > 0);
}

function labelColumn(series: readonly TrendSeries[], width: number): number {
	if (width < roomForLabels || series.length < 2) return 0;
	const shown = series.filter(notable);
	// Labels of selected themes are bold.
	const room = ({ label, selected }: TrendSeries) => textWidth(label) * (selected ? 1.13 : 1) + 30;
	const widest = Math.max(...(shown.length > 0 ? shown : series).map(room));
	return Math.max(96, Math.min(widest, 340, width * 0.31));
}

/**
 * @param tickWidth widest label of the value axis in pixels
 */
export function trendLayout(
	width: number,
	height: number,
	series: readonly TrendSeries[],
	offAxis: OffAxis,
	tickWidth: number
): TrendLayout {
	const kinds = offAxisKinds(offAxis).length;
	const column = labelColumn(series, width);
	const beside = kinds === 0 ? 0 : kinds * besideWidth + 10;
	const left = Math.ceil(tickWidth) + 12;
	const right = Math.max(left + 40, width - beside - (column > 0 ? column : 14));
	return {
		left,
		right,
		top: 20,
		bottom: Math.max(60, height - axisHeight),
		labels: column > 0 ? { x: right + 8, width: column - 12 } : null,
		beside: { x: width - beside + 10, width: besideWidth }
	};
}
