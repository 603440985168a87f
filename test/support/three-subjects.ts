import { dailyItem } from './services/daily-papers.ts';

const subjects = [
	['robot arms', 'A robot arm learns a grasping policy from demonstrations with objects on a table.'],
	['protein folding', 'Deep networks predict the structure of folded amino acid chains in a protein.'],
	['peer review', 'Citation counts of journals show a bias of reviewers in peer review of articles.']
] as const;

const onSubject = (number: number) => subjects[number % 3] as (typeof subjects)[number];

/** RIS of papers on three subjects in turn, one of whose titles tries to end a script. */
export function risOnSubjects(count: number): string {
	return Array.from({ length: count }, (_, index) => {
		const [subject, abstract] = onSubject(index);
		const title = index === 7 ? `</script><script>document.title = 'run'</script>` : `Study ${index}`;
		return `TY  - JOUR\nTI  - ${title} on ${subject}\nAB  - ${abstract} Sample ${index}.\nAU  - Berg, A.\nPY  - ${2018 + (index % 6)}\nER  - \n`;
	}).join('\n');
}

/** An item of Daily Papers on one of the subjects. */
export function dailyItemOnSubject(number: number): Record<string, unknown> {
	const [subject, abstract] = onSubject(number);
	const said = { title: `Study ${number} on ${subject}`, summary: `${abstract} Sample ${number}.` };
	const item = dailyItem(number);
	return { ...item, ...said, paper: { ...(item.paper as object), ...said } };
}
