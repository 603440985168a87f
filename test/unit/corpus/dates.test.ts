import { describe, expect, it } from 'vitest';

import { combinedDate, joinedDate, parseDate } from '../../../src/lib/corpus/paper/dates.ts';

const stated = (text: string) => {
	const date = parseDate(text);
	return date && `${date.published} ${date.datePrecision}`;
};

describe('a date as sources write it', () => {
	it.each([
		['2019', '2019-01-01 year'],
		['Spring 2019', '2019-01-01 year'],
		['2020 Winter', '2020-01-01 year'],
		['Winter 2019-2020', '2019-01-01 year'],
		['2019 Jan-Feb', '2019-01-01 year'],
		['1998 Dec-1999 Jan', '1998-01-01 year'],
		['2019-2020', '2019-01-01 year'],
		['2019/20', '2019-01-01 year'],
		['Q1 2020', '2020-01-01 year'],
		['Firstquarter 2021', '2021-01-01 year'],
		['2021, in press', '2021-01-01 year'],
		['2020/Spring/', '2020-01-01 year'],
		['c2019', '2019-01-01 year'],
		['03/07/2024', '2024-01-01 year'],
		['2021-00-00', '2021-01-01 year'],
		['12/2019', '2019-12-01 month'],
		['Mar2021', '2021-03-01 month'],
		['2021/03//Mar2021', '2021-03-01 month'],
		['12-14 Jan. 2021', '2021-01-01 month'],
		['1er août 2021', '2021-08-01 day'],
		['15. März 2021', '2021-03-15 day'],
		['15 de marzo de 2021', '2021-03-15 day'],
		['12 dicembre 2021', '2021-12-12 day'],
		['2021年3月15日', '2021-03-15 day'],
		['2021 Mar 15', '2021-03-15 day'],
		['Epub 2021 Mar 15', '2021-03-15 day'],
		['2019/01/05/', '2019-01-05 day'],
		['20210315', '2021-03-15 day'],
		['Mon, 2 Apr 2007 19:18:42 GMT', '2007-04-02 day'],
		['n.d.', null],
		['in press', null],
		['forthcoming', null],
		['2019-2025', null],
		['12 2019', null],
		['Magazine 2019', null],
		['10.5555/2019.1', null]
	])('%s', (text, expected) => {
		expect(stated(text)).toBe(expected);
	});

	it('is put together from several statements, of which the earlier counts more', () => {
		expect(combinedDate(['2021', 'MAR', 'FEB 2021'])).toMatchObject({ published: '2021-03-01' });
		expect(combinedDate(['2021', 'FEB 2020'])).toMatchObject({ published: '2021-01-01' });
		expect(combinedDate(['2003', 'JAN-FEB'])).toMatchObject({ published: '2003-01-01' });
		expect(combinedDate(['DEC 24'])).toBeNull();
	});

	it('may have its parts in columns of their own', () => {
		expect(joinedDate(['x', '2021'], '3', '15')).toEqual(['2021-3-15']);
		expect(joinedDate(['2021'], 'Mar', null)).toEqual(['Mar 2021']);
		expect(joinedDate(['n.d.'], 'Mar', null)).toEqual([]);
	});
});
