import {
	datePrecisions,
	fitsUnit,
	isoDate,
	nextPeriod,
	periodStart,
	type PeriodUnit
} from '../../../base/date.ts';
import { formatPeriod } from '../../../format/format.ts';
import { unstated, type PaperDates } from '../../../queries/map/paper-columns.ts';
import { noPeriod } from './raster/raster-protocol.ts';

export type TimeUnit = Exclude<PeriodUnit, 'day'>;

/** Periods without gaps from the first paper to the last, and in which of them each paper lies. */
export interface TimeAxis {
	readonly unit: TimeUnit;
	/** First and last day of each period, `YYYY-MM-DD`, and its name. */
	readonly periods: readonly { readonly start: string; readonly end: string; readonly label: string }[];
	/** Place in `periods` by paper id; `noPeriod` where a paper has no date that is fine enough. */
	readonly periodOf: Uint16Array;
	/** Papers without a date, and papers dated more coarsely than the periods. */
	readonly undated: number;
	readonly coarse: number;
}

/** More periods than this are too many steps to go through. */
const mostPeriods = 80;
/** Share of the dated papers that must be dated finely enough for a unit. */
const fine = 0.8;
const units: readonly TimeUnit[] = ['month', 'quarter', 'year'];

/** How many papers are dated by each precision, and the first and last day of all. */
function surveyed({ day, precision }: PaperDates) {
	const papers = datePrecisions.map(() => 0);
	let [first, last] = [Infinity, -Infinity];
	for (let paper = 0; paper < day.length; paper++) {
		const at = day[paper] as number;
		if (at === unstated) continue;
		papers[precision[paper] as number]!++;
		if (at < first) first = at;
		if (at > last) last = at;
	}
	return { papers, first, last, dated: papers.reduce((sum, some) => sum + some, 0) };
}

/** The finest unit that most dated papers are dated by, and that does not make too many periods. */
function unitFor(survey: ReturnType<typeof surveyed>, granularity: PeriodUnit): TimeUnit {
	const days = survey.last - survey.first + 1;
	const length: Record<TimeUnit, number> = { month: 30.5, quarter: 91.3, year: 365.25 };
	const found = units.find((unit) => {
		const fits = datePrecisions.filter((precision) => fitsUnit(precision, unit));
		const papers = fits.reduce(
			(sum, precision) => sum + survey.papers[datePrecisions.indexOf(precision)]!,
			0
		);
		const isKnown = granularity === 'day' || units.indexOf(unit) >= units.indexOf(granularity);
		return isKnown && papers >= fine * survey.dated && days / length[unit] <= mostPeriods;
	});
	return found ?? 'year';
}

/**
 * The axis of the time slider.
 * @param granularity unit of the dataset's dates: periods are not finer, so that a filter can hold them
 * @returns `null` when no paper has a date
 */
export function timeAxis(dates: PaperDates, granularity: PeriodUnit): TimeAxis | null {
	const survey = surveyed(dates);
	if (survey.dated === 0) return null;
	const unit = unitFor(survey, granularity);
	const fits = datePrecisions.map((precision) => fitsUnit(precision, unit));
	const periods: TimeAxis['periods'][number][] = [];
	const placeOf = new Map<number, number>();
	for (let start = periodStart(survey.first, unit); start <= survey.last; start = nextPeriod(start, unit)) {
		placeOf.set(start, periods.length);
		const label = formatPeriod(isoDate(start), unit);
		periods.push({ start: isoDate(start), end: isoDate(nextPeriod(start, unit) - 1), label });
	}
	const byDay = new Map<number, number>();
	const placeOfDay = (day: number) => {
		const known = byDay.get(day);
		if (known !== undefined) return known;
		const place = placeOf.get(periodStart(day, unit)) as number;
		byDay.set(day, place);
		return place;
	};
	let coarse = 0;
	const periodOf = Uint16Array.from(dates.day, (day, paper) => {
		if (day === unstated) return noPeriod;
		if (fits[dates.precision[paper] as number]) return placeOfDay(day);
		coarse++;
		return noPeriod;
	});
	return { unit, periods, periodOf, coarse, undated: dates.day.length - survey.dated };
}

/** Papers in each period, of those that pass. */
export function papersByPeriod({ periods, periodOf }: TimeAxis, passing: Uint8Array | null): number[] {
	const counts = periods.map(() => 0);
	for (let paper = 0; paper < periodOf.length; paper++) {
		if (passing !== null && passing[paper] !== 1) continue;
		const period = periodOf[paper] as number;
		if (period !== noPeriod) counts[period]!++;
	}
	return counts;
}
