import { allPapers } from '../../../src/lib/queries/sql/all-papers.ts';
import type { ArrangedThemes } from '../../../src/lib/themes/arrange.ts';
import type { Overview } from '../../../src/lib/dataset/overview.ts';
import { run, type QueryHost } from '../../../src/lib/engine/query-host.ts';
import { number, nullable, oneOf, text, type Shape } from '../../../src/lib/engine/statement.ts';
import type { Filters } from '../../../src/lib/queries/filters/filters.ts';
import { paperCondition } from '../../../src/lib/queries/filters/predicates.ts';
import { select } from '../../../src/lib/queries/sql/statement.ts';

const shapes = {
	themeId: number,
	period: nullable(text),
	placement: oneOf('dated', 'coarse', 'undated'),
	teamSize: nullable(number),
	papers: number
};

function columnsOf(unit: Overview['unit']) {
	const fits = unit === 'year' ? 'true' : `date_precision <> 'year'`;
	return {
		themeId: 'CAST(theme_id AS INTEGER)',
		period: `CASE WHEN ${fits} THEN CAST(CAST(date_trunc('${unit}', published) AS DATE) AS VARCHAR) END`,
		placement: `CASE WHEN published IS NULL THEN 'undated' WHEN ${fits} THEN 'dated' ELSE 'coarse' END`,
		teamSize: 'team_size',
		papers: 'CAST(count(*) AS INTEGER)'
	};
}

/**
 * What the charts show of filtered papers, as plain SQL over the papers gives it: one query for each chart, each
 * without the filter of its own dimension. The rows of a chart come in no particular order.
 */
export async function plainOverview(
	host: QueryHost,
	filters: Filters,
	unit: Overview['unit'],
	published: ArrangedThemes
): Promise<Overview> {
	const columns = columnsOf(unit);
	const count = <R>(shape: Shape<R>, ignored: Partial<Filters>) => {
		const where = paperCondition({ ...filters, ...ignored }, null, published);
		const from = `FROM ${allPapers} WHERE ${where} GROUP BY ALL`;
		return run(host, select(shape, columns as Record<keyof R, string>, from));
	};
	const { themeId, period, placement, teamSize, papers } = shapes;
	const [all] = await count({ papers }, {});
	return {
		unit,
		papers: all?.papers ?? 0,
		themes: await count({ themeId, papers }, { themes: [] }),
		trend: await count({ themeId, period, placement, papers }, { themes: [], date: null }),
		team: await count({ teamSize, papers }, { team: null }),
		teamByTheme: await count({ themeId, teamSize, papers }, { themes: [], team: null }),
		teamOverTime: await count({ period, placement, teamSize, papers }, { date: null })
	};
}
