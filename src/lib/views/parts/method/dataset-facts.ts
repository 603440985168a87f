import {
	capitalised,
	formatDate,
	formatNumber,
	formatPapers,
	formatShare,
	datedRange
} from '../../../format/format.ts';
import { mergedWords, type InputAccount } from '../../../dataset/account.ts';
import { lackingWords } from '../../../dataset/compatible.ts';
import { corpusName } from '../../../state/site.ts';
import type { Manifest } from '../../../dataset/manifest.ts';

/** What the page about a dataset needs: all but the counts behind the overview's charts. */
export type AboutManifest = Omit<Manifest, 'overview'>;

export interface DatasetFact {
	name: string;
	value: string;
}

const wholeDate = (iso: string) => (iso.length === 4 ? iso : formatDate(iso).replaceAll(' ', '\u00a0'));

const partOf = (part: number, whole: number) =>
	`${formatNumber(part)} of ${formatNumber(whole)} (${formatShare(part, whole).replace(' ', '\u00a0')})`;

function corpusWords({ title, listed, inputs }: AboutManifest): string {
	const name = corpusName({ title, files: inputs.map(({ file }) => file) });
	return [name, listed && formatDate(listed)].filter(Boolean).join(', ');
}

/** What the dataset holds, in reading order. */
export function datasetFacts(manifest: AboutManifest): DatasetFact[] {
	const { counts, fingerprint, generator } = manifest;
	const { papers, themes, dated, withTeamSize, withAbstract } = counts;
	const lacking = lackingWords(manifest);
	const days = datedRange(manifest)?.map(wholeDate).join(' to ');
	return [
		{ name: 'Corpus', value: corpusWords(manifest) },
		{ name: 'Papers', value: formatNumber(papers) },
		{ name: 'Themes', value: formatNumber(themes) },
		{ name: 'Records', value: formatNumber(sumOfInputs(manifest.inputs).records) },
		{ name: 'With a date', value: partOf(dated, papers) },
		...(days ? [{ name: 'Dates', value: days }] : []),
		{ name: 'With a team size', value: partOf(withTeamSize, papers) },
		{ name: 'With an abstract', value: partOf(withAbstract, papers) },
		{ name: 'Fingerprint', value: fingerprint },
		{ name: 'Made by', value: `${capitalised(generator.name)} ${generator.version}` },
		...(lacking === null ? [] : [{ name: 'Not in it', value: lacking }])
	];
}

type Sums = Pick<InputAccount, 'records' | 'papers' | 'duplicates' | 'rejected'>;

/** What became of all records together. */
export function sumOfInputs(inputs: readonly InputAccount[]): Sums {
	const sum = (name: keyof Sums) => inputs.reduce((total, input) => total + input[name], 0);
	return {
		records: sum('records'),
		papers: sum('papers'),
		duplicates: sum('duplicates'),
		rejected: sum('rejected')
	};
}

/** What became of all records: their account, by what they were merged, and what could not be decoded. */
export function recordWords(inputs: readonly InputAccount[]): string {
	const merged = mergedWords(inputs, formatNumber);
	const undecoded = inputs.reduce((sum, input) => sum + (input.undecoded ?? 0), 0);
	return [
		`${accountWords(sumOfInputs(inputs))}. Identical records are kept once; records without usable text are rejected.`,
		...(merged === '' ? [] : [`Merged: ${merged}.`]),
		...(undecoded === 0 ? [] : [`Characters that could not be decoded: ${formatNumber(undecoded)}.`])
	].join(' ');
}

/** `75 records = 75 papers + 0 duplicates + 0 rejected`. */
export function accountWords({ records, papers, duplicates, rejected }: Sums): string {
	const noun = (count: number, one: string) => `${formatNumber(count)} ${one}${count === 1 ? '' : 's'}`;
	return (
		`${noun(records, 'record')} = ${formatPapers(papers)} + ${noun(duplicates, 'duplicate')} + ` +
		`${formatNumber(rejected)} rejected`
	);
}

/** How to name the dataset in a text. */
export function datasetCitation(manifest: AboutManifest): string {
	const { counts, fingerprint, generator, seed } = manifest;
	return (
		`${corpusWords(manifest)} (${formatPapers(counts.papers)}, ${formatNumber(counts.themes)} themes). ` +
		`Made with Corpuscope ${generator.version}, dataset ${fingerprint}, seed ${seed}.`
	);
}
