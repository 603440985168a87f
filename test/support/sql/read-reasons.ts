import { expect } from 'vitest';

import { basisWords, reasonWords } from '../../../src/lib/views/parts/reading/reading-words.ts';
import {
	readingKinds,
	type ReadingBasis,
	type ReadingKind,
	type ReadingLists
} from '../../../src/lib/queries/reading/reading-types.ts';
import type { PlainPaper, PlainReading } from './plain-reading.ts';

const number = (text: string) => Number(text.replaceAll(',', ''));
const count = '([\\d,]+)';
const ordinal = `${count}(?:st|nd|rd|th)`;
const labelOf = (themeId: number) => `Theme ${themeId}`;

/** Reads one part of a reason, and says whether it was one of its kind. */
type Reader = (part: string, paper: PlainPaper, basis: ReadingBasis) => boolean;

const yearOf = ({ row }: PlainPaper) => row.published?.slice(0, 4);

function checkStanding(text: string, paper: PlainPaper): void {
	const { reason } = paper;
	const [, only] = /^the only (?:undated paper|paper of (\d{4}))$/.exec(text) ?? [];
	if (text.startsWith('the only ')) return expect([reason.peers, yearOf(paper)], text).toEqual([1, only]);
	const pattern = new RegExp(`^(joint )?${ordinal} of ${count} (?:undated papers|papers of (\\d{4}))$`);
	const [, joint, place, peers, year] = pattern.exec(text)!;
	expect([number(place!), number(peers!), year], text).toEqual([reason.place, reason.peers, yearOf(paper)]);
	expect(joint !== undefined, text).toBe(reason.tied! > 1);
}

const amount: Reader = (part, paper, { measure }) => {
	const pattern = new RegExp(
		`^(?:(never cited)|(cited once)|cited ${count} times|${count} (upvotes?|comments?))(?:, (.+))?$`,
		'i'
	);
	const found = pattern.exec(part);
	if (!found) return false;
	const [, never, once, times, others, name, standing] = found;
	const said = never ? 0 : once ? 1 : number((times ?? others)!);
	expect(said, part).toBe(paper.reason.amount);
	expect(`${name?.replace(/s$/, '') ?? 'citation'}s`, part).toBe(measure);
	if (name) expect(name.endsWith('s'), part).toBe(said !== 1);
	if (standing) checkStanding(standing, paper);
	else expect(paper.reason.place, part).toBeNull();
	return true;
};

const centre: Reader = (part, { reason }) => {
	if (/^the only paper of its theme$/i.test(part)) {
		expect(reason.nearOf ?? 1, part).toBe(1);
		return true;
	}
	const near = new RegExp(`^(?:${ordinal} )?nearest of ${count} to its theme’s centre$`, 'i').exec(part);
	if (near) expect([number(near[1] ?? '1'), number(near[2]!)], part).toEqual([reason.nearPlace, reason.nearOf]); // prettier-ignore
	const far = new RegExp(
		`^farther from its theme’s centre than ${count} of its ${count} other papers$`,
		'i'
	).exec(part);
	if (far)
		expect([number(far[1]!), number(far[2]!)], part).toEqual([reason.nearPlace! - 1, reason.nearOf! - 1]);
	return Boolean(near ?? far);
};

const date: Reader = (part, { reason }, { dated }) => {
	const forms: readonly (readonly [string, (numbers: number[]) => [unknown, unknown]])[] = [
		[
			'the newest',
			() => [
				[0, 1],
				[reason.newer, reason.sameDate]
			]
		],
		[
			`${ordinal} newest`,
			([place]) => [
				[place! - 1, 1],
				[reason.newer, reason.sameDate]
			]
		],
		[
			`one of ${count} papers of the newest date`,
			([same]) => [
				[0, same],
				[reason.newer, reason.sameDate]
			]
		],
		[`${count} (?:is|are) newer, ${count} of the same date`, ([newer, same]) => [[newer, same! + 1], [reason.newer, reason.sameDate]]], // prettier-ignore
		[`the oldest of ${count} dated papers`, ([of]) => [[of! - 1, of], [reason.newer, dated]]], // prettier-ignore
		[
			`older than ${count} of ${count} dated papers`,
			([newer, of]) => [
				[newer, of],
				[reason.newer, dated]
			]
		]
	];
	return forms.some(([form, sides]) => {
		const found = new RegExp(`^${form}$`, 'i').exec(part);
		if (!found) return false;
		const [said, wanted] = sides(found.slice(1).map(number));
		expect(said, part).toEqual(wanted);
		return true;
	});
};

const between: Reader = (part, { row, reason }) => {
	const name = `“Theme (\\d+)”`;
	const perhaps = new RegExp(`^perhaps of ${name}$`, 'i').exec(part);
	const bridge = new RegExp(`^(almost )?as near to ${name} (?:\\(([\\d.]+)\\) )?as to its own theme \\(([\\d.]+)\\)$`, 'i').exec(part); // prettier-ignore
	if (!perhaps && !bridge) return false;
	expect(Number((perhaps?.[1] ?? bridge?.[2])!), part).toBe(reason.secondThemeId);
	expect(reason.secondSimilarity! >= 0.9 * row.similarity - 1e-9, part).toBe(true);
	if (!bridge) return true;
	const [, almost, , second, own] = bridge;
	expect(Math.abs(Number(own) - row.similarity), part).toBeLessThan(0.00501);
	expect(Math.abs(Number(second ?? own) - reason.secondSimilarity!), part).toBeLessThan(0.00501);
	expect(almost !== undefined, part).toBe(second !== undefined && second !== own);
	return true;
};

const readers: readonly Reader[] = [amount, centre, date, between];

/**
 * Reads why each paper is on a list, and what lists go by, and holds it against plain counts.
 * @returns how many parts of reasons were read
 */
export function checkReasons({ basis, lists }: ReadingLists, plain: PlainReading, most: number): number {
	checkBasis(basis, plain.basis());
	const check = (kind: ReadingKind) => {
		const expected = plain.list(kind).slice(0, most);
		return lists[kind].flatMap((paper, place) => {
			const parts = reasonWords(kind, paper, basis, labelOf).split('; ').filter(Boolean);
			for (const part of parts)
				expect(
					readers.filter((read) => read(part, expected[place]!, plain.basis())),
					part
				).toHaveLength(1);
			return parts;
		}).length;
	};
	return readingKinds.reduce((sum, kind) => sum + check(kind), 0);
}

function checkBasis(said: ReadingBasis, plain: ReadingBasis): void {
	const text = basisWords(said);
	const found = /^The lists go by how often papers are (\w+)[^,]*, which (?:all ([\d,]+) papers?|([\d,]+) of ([\d,]+) papers?) state/.exec(text); // prettier-ignore
	if (!found) {
		expect(text).toContain('for fewer than half of these, or is 0 for each');
		return expect(plain.measure, text).toBeNull();
	}
	const [, how, all, some, of] = found;
	expect({ cited: 'citations', upvoted: 'upvotes', commented: 'comments' }[how!], text).toBe(plain.measure);
	const numbers = [all ?? some, all ?? of].map((one) => number(one!));
	expect(numbers, text).toEqual([plain.stated, plain.papers]);
}
