import { isGroup, isIdeographic } from './names.ts';

const points = /^(?:\p{Lu}\p{M}?\p{Ll}{0,2}\.[\s-]?)+$/u;
const bareInitials = /^\p{Lu}{1,3}$/u;
const generation = /^(?:jr|sr|i{2,3}|iv)\.?$/i;
const isInitials = (part: string) => points.test(part) || bareInitials.test(part);
/** "Berg S.M.": a surname and initials without a comma between them. */
const endsInInitials = (part: string) => {
	const at = part.lastIndexOf(' ');
	return at > 0 && isInitials(part.slice(at + 1));
};

/** The people of a list that parts them by commas, as Scopus does: some have a comma between surname and initials. */
export function peopleBetweenCommas(cell: string): string[] {
	const parts = cell
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
	const names = parts.filter((part) => !generation.test(part));
	// "Berg, Anna M." is one person.
	const [first = ''] = names;
	const areTwo = endsInInitials(first) || names.some(isGroup) || names.every(isIdeographic);
	if (names.length === 2 && !names.some(isInitials) && !areTwo) return [parts.join(', ')];
	const people: string[] = [];
	let isOpen = false;
	for (const part of parts) {
		const isTail: boolean = people.length > 0 && (generation.test(part) || (isOpen && isInitials(part)));
		if (isTail) people[people.length - 1] += `, ${part}`;
		else people.push(part);
		isOpen = !isInitials(part) && !endsInInitials(part) && (!isTail || isOpen);
	}
	return people;
}
