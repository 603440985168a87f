import type { Paper } from '../../src/lib/dataset/paper.ts';
import { generatePapers } from './generate-papers.ts';

/** Values of Web of Science's tags are cut into lines; none here may look like a tag. */
const plain = (text: string) =>
	text
		.replace(/[^\p{L}\p{N} ,.;:'-]+/gu, ' ')
		.replace(/ +/g, ' ')
		.trim();

function record(paper: Paper, index: number): string {
	const year = paper.published?.slice(0, 4);
	const [first = 'Nobody, N', ...others] = paper.authors.map(
		(name) => plain(name).split(' ').reverse().join(', ') || 'Nobody, N'
	);
	const lines: readonly (readonly [tag: string, value: string | null | undefined])[] = [
		['PT', 'J'],
		['AU', [first, ...others].join('\n   ')],
		['TI', `${plain(paper.title)}`],
		['SO', paper.venue ?? 'Letters of Nothing'],
		['LA', 'English'],
		['DT', 'Article'],
		[
			'DE',
			paper.keywords
				.map(({ keyword }) => plain(keyword))
				.filter(Boolean)
				.join('; ')
		],
		['AB', plain(paper.abstract)],
		['TC', String(paper.citations ?? 0)],
		['PY', year],
		['VL', paper.volume],
		['IS', paper.issue],
		['DI', paper.doi],
		['UT', `WOS:${String(index).padStart(15, '0')}`],
		['ER', '']
	];
	return lines
		.flatMap(([tag, value]) => (value || tag === 'ER' ? [`${tag} ${value}`.trimEnd()] : []))
		.join('\n');
}

/** So many made-up records as Web of Science exports them as plain text, always the same for a seed. */
export function webOfScienceFile(count: number, seed: number): string {
	const records = generatePapers(count, seed).map(record);
	return [
		'FN Clarivate Analytics Web of Science\nVR 1.0',
		...records.map((text) => `${text}\n`),
		'EF\n'
	].join('\n');
}
