import { expect, it } from 'vitest';

import { datedRange } from '../../../src/lib/format/format.ts';

it('says from when to when papers are, by the year where only years go so far', () => {
	const span = { first: '2008-11-01', last: '2010-04-30' };
	expect(datedRange({ span, years: { first: 2008, last: 2010 } })).toEqual(['2008-11-01', '2010-04-30']);
	expect(datedRange({ span, years: { first: 1995, last: 2018 } })).toEqual(['1995', '2018']);
	expect(datedRange({ span, years: { first: 2008, last: 2018 } })).toEqual(['2008-11-01', '2018']);
	expect(datedRange({ span: null, years: { first: 2025, last: 2025 } })).toEqual(['2025', '2025']);
	expect(datedRange({ span: null, years: null })).toBeNull();
});
