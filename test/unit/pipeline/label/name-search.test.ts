import { expect, it } from 'vitest';

import {
	beside,
	lenient,
	NameSearch,
	strict,
	within,
	type NameTerm
} from '../../../../src/lib/pipeline/label/name-search.ts';

/** Papers 0 to 19 are of the node, 20 to 59 of others. */
const leafId = Int16Array.from({ length: 60 }, (_, paper) => (paper < 20 ? 0 : 1));
const term = (id: number, text: string, from: number, to: number): NameTerm => ({
	term: id,
	text,
	words: text.split(' ').length,
	papers: Int32Array.from({ length: to - from }, (_, i) => from + i),
	titled: Int32Array.from({ length: to - from }, (_, i) => from + i),
	isKeyword: false,
	fitness: 1
});
const terms = [term(0, 'video', 0, 12), term(1, 'video generation', 0, 8), term(2, 'glacier', 10, 20)];
const relations = {
	alike: (a: number, b: number) => a + b === 1,
	isPart: (inner: number, outer: number) => inner === 0 && outer === 1
};
const search = () => new NameSearch(leafId, Uint8Array.of(within, beside), terms, relations);
const unlike = (id: number) => (other: NameTerm) => other.term !== id;

it('scores a name by the word that led to it now, whatever was asked for before', () => {
	const asked = search();
	const [first] = asked.names(strict, () => true);
	expect(first?.terms.map(({ text }) => text)).toEqual(['video generation', 'glacier']);
	for (const limits of [strict, lenient, strict])
		for (const taken of [0, 2, 9])
			expect(asked.names(limits, unlike(taken))).toEqual(search().names(limits, unlike(taken)));
	expect(asked.names(strict, unlike(0))[0]?.score).not.toBe(first?.score);
});
