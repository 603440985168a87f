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
		['Magazine 2019', '2019-01-01 year'],
		['2013 06 10', '2013-06-10 day'],
		['2018 11', '2018-11-01 month'],
		['1/15/2019 0:00', '2019-01-15 day'],
		['12/3/2018 13:45:00', '2018-01-01 year'],
		['25/12/2017 00:00', '2017-12-25 day'],
		['2016-12-25 0:00', '2016-12-25 day'],
		['25-12-2017', '2017-12-25 day'],
		['Jan-19', '2019-01-01 month'],
		["Sept'98", '1998-09-01 month'],
		["Jan '19", '2019-01-01 month'],
		["15 Mar '18", '2018-03-15 day'],
		['201903', '2019-03-01 month'],
		['120312', null],
		['2019.', '2019-01-01 year'],
		['15-Mar-18', '2018-03-15 day'],
		['15MAR2018', '2018-03-15 day'],
		['1/25/17', '2017-01-25 day'],
		['3/4/17', '2017-01-01 year'],
		['1998///Fal 1998', '1998-01-01 year'],
		['Win 2004', '2004-01-01 year'],
		['3rd quarter 2011', '2011-01-01 year'],
		['2020-Q4', '2020-01-01 year'],
		['1Q 2020', '2020-01-01 year'],
		['2015/october', '2015-10-01 month'],
		['ca. 2019', '2019-01-01 year'],
		['2019?', '2019-01-01 year'],
		['[2019?]', '2019-01-01 year'],
		['1546300800', '2019-01-01 day'],
		['1546387199.5', '2019-01-01 day'],
		['1546300800000', '2019-01-01 day'],
		['2018-25-12', '2018-01-01 year'],
		['15 марта 2019 г.', '2019-03-15 day'],
		['сент. 2019', '2019-09-01 month'],
		['septiembre 2019', '2019-09-01 month'],
		['3 juli 2019', '2019-07-03 day'],
		['jui 2019', '2019-01-01 year'],
		['2021年十二月', '2021-12-01 month'],
		['2021年春季', '2021-01-01 year'],
		['2019年1-2月', '2019-01-01 year'],
		['https://a.org/2019', null],
		['Room 9999', null],
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

	it('is not taken for a year where a day stands, nor for a day where a year does', () => {
		expect(combinedDate(['2019', 'Jan-19'])).toMatchObject({
			published: '2019-01-01',
			datePrecision: 'month'
		});
		expect(combinedDate(['2021', '19-Jan'])).toMatchObject({ published: '2021-01-19' });
	});

	it('may have its parts in columns of their own', () => {
		expect(joinedDate(['x', '2021'], '3', '15')).toEqual(['2021-3-15']);
		expect(joinedDate(['2021'], 'Mar', null)).toEqual(['Mar 2021']);
		expect(joinedDate(['n.d.'], 'Mar', null)).toEqual([]);
	});
});
