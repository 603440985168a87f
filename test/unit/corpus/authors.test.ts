import { describe, expect, it } from 'vitest';

import { authorsFromText, authorsOf } from '../../../src/lib/corpus/paper/authors.ts';

describe('authors in one text', () => {
	it.each([
		['Smith, J., Jones, A.B. and Brown, C.', 3],
		['John Smith, Anna Jones & Ben Brown', 3],
		['Berg, A., Dahl, J., & van der Meer, K.', 3],
		['Berg A, Dahl J; Ice Group', 3],
		['Smith, J.; The Ice Group; Brown, C., Jr.', 3],
		['J. Smith1, A. Jones2*, B. Brown1,3', 3],
		['Anna Berg (1), Jon Dahl (2)', 2],
		['Anna Berg | Jon Dahl', 2],
		['Anna Berg / Jon Dahl', 2],
		['张三, 李四, 王五', 3],
		['张三；李四', 2],
		["['Anna Berg', 'Jon Dahl']", 2],
		['van der Meer, Kees Jan', 1],
		['Wang, Xiao-Ming, PhD', 1],
		['The ATLAS Collaboration', 1],
		['Berg, Anna, Dahl, Jon', null],
		['Smith J, Jones AB, et al.', null],
		['Smith, John; et al', null],
		['Anna Berg, Jon Dahl, and 12 more', null],
		['Anna Berg and 5 others', null],
		['Иванов И., Петров П. и др.', null],
		['anonymous', null]
	])('%s', (text, teamSize) => {
		expect(authorsFromText(text).teamSize).toBe(teamSize);
	});

	it('keeps the names that are there when others were cut off', () => {
		expect(authorsFromText('Anna Berg, Jon Dahl, and 12 more').authors).toEqual(['Anna Berg', 'Jon Dahl']);
		expect(authorsFromText('张三, 李四, 等')).toEqual({ authors: ['张三', '李四'], teamSize: null });
	});
});

describe('authors in a list', () => {
	it('may all stand in its one place', () => {
		expect(authorsOf(['Berg A, Dahl J, Li X']).teamSize).toBe(3);
		expect(authorsOf(['Berg, Anna; Dahl, Jon']).teamSize).toBe(2);
		expect(authorsOf(['Berg, Anna, Jr.']).teamSize).toBe(1);
		expect(authorsOf(['The Ice, Snow, and Water Group']).teamSize).toBe(1);
	});

	it('may be wrapped, and may be cut off', () => {
		expect(authorsOf({ author: [{ text: 'Anna Berg' }, { text: 'Jon Dahl' }] }).teamSize).toBe(2);
		expect(authorsOf({ author: { text: 'Anna Berg' } }).teamSize).toBe(1);
		expect(authorsOf(['Anna Berg', 'et al.'])).toEqual({ authors: ['Anna Berg'], teamSize: null });
	});

	it.each([
		[['Anna Berg', 'Jon P. Dahl', 'Jean-Luc Roy'], ['Anna Berg', 'Jon P. Dahl', 'Jean-Luc Roy'], 3],
		[['Anna Berg', 'Jon Dahl Et Al'], ['Anna Berg', 'Jon Dahl'], null],
		[['Anna Berg', 'Jon Dahl And Others'], ['Anna Berg', 'Jon Dahl'], null],
		[['Not Available', 'No Author Listed'], [], null],
		[['Anna  Berg', 'Jon Dahl*'], ['Anna Berg', 'Jon Dahl'], 2],
		[['Anna Berg', 'Anna Berg', 'Jr.', 'Jon Dahl'], ['Anna Berg', 'Anna Berg, Jr.', 'Jon Dahl'], 3]
	])('of names in capitals: %j', (names, authors, teamSize) => {
		expect(authorsOf(names)).toEqual({ authors, teamSize });
	});
});
