import { formatNumber, formatPapers, formatShare } from '../../../format/format.ts';
import { languageNames } from '../../../words/language-names.ts';
import { rulesOf } from '../../../words/word-rules.ts';
import { asGoodWords } from '../../../dataset/theme-numbers.ts';
import type { AboutManifest } from './dataset-facts.ts';
import { termWords } from './term-words.ts';

export interface MethodStep {
	title: string;
	text: string;
}

type Parameters = AboutManifest['parameters'];

function number(parameters: Parameters, name: string): string {
	const value = parameters[name];
	return typeof value === 'number' ? formatNumber(value, 2) : String(value ?? 'unknown');
}

function words(manifest: AboutManifest): string {
	const rules = rulesOf(manifest);
	const more = rules.stopWords.length;
	const own = more > 0 ? `, and so are ${formatNumber(more)} given for this corpus` : '';
	const common =
		rules.language === 'auto'
			? 'words that every text has (“the”, “and”, “we”)'
			: `the function words of ${languageNames[rules.language]} (of no other language, whatever a paper is written in)`;
	return (
		'Titles and abstracts are cut into words. Addresses, formulas and mark-up are taken out; ' +
		`${common} are left out${own}. Words count by their stem, so that “aligned” and ` +
		`“aligning” are one; what you read is a form that papers use, most often the commonest.${termWords(rules)}`
	);
}

function weights({ parameters }: AboutManifest): string {
	const most = typeof parameters.maxDfShare === 'number' ? formatShare(parameters.maxDfShare, 1) : 'a part';
	const least =
		typeof parameters.minDf === 'number'
			? `at least ${formatPapers(parameters.minDf)}`
			: 'a few papers (the number follows the size of the corpus)';
	const scheme =
		parameters.weighting === 'tfidf'
			? 'It counts for more the rarer it is among the papers, and repetition in a paper counts by its logarithm (TF-IDF)'
			: 'It counts for more the rarer it is among the papers; repetition in a paper counts less each time, and in ' +
				`long papers less than in short ones (BM25 with k1 ${number(parameters, 'k1')} and b ${number(parameters, 'b')})`;
	return `A word takes part when it stands in ${least} and in at most ${most} of them. ${scheme}.`;
}

function wordVectors({ parameters }: AboutManifest): string {
	const share = parameters.wordShare;
	if (typeof share !== 'number' || share === 0) return '';
	return (
		` Words have vectors too, made of the words that stand within ${number(parameters, 'window')} words of them; ` +
		'a short text leans on the vectors of its words, a long one more on its own directions.'
	);
}

function emphasis({ parameters }: AboutManifest): string {
	if (typeof parameters.width !== 'number') return '';
	return (
		' Groups of papers, finer than themes, then tell which words set papers apart (their Kullback-Leibler divergence); ' +
		'these count for more when all of it is done a second time, and the ' +
		`${number(parameters, 'width')} leading directions of the papers, or fewer, are kept.`
	);
}

function reduction(manifest: AboutManifest): string {
	const { parameters, counts } = manifest;
	const { sampled } = counts;
	const fitted =
		sampled !== null && sampled < counts.papers
			? ` All this comes from a random sample of ${formatPapers(sampled)}; every paper is then placed by it.`
			: '';
	return (
		`Words that go together become directions (latent semantic analysis), at most ` +
		`${number(parameters, 'components')} of them and fewer for few papers, so that papers can be near each other ` +
		`without sharing the very same words.${wordVectors(manifest)}${emphasis(manifest)}${fitted}`
	);
}

function proposal({ counts, asGood }: AboutManifest): string {
	const others = asGood ? ` ${asGoodWords(asGood)}.` : '';
	return `The number of themes, ${formatNumber(counts.themes)}, was proposed from the curve below.${others}`;
}

function themes(manifest: AboutManifest): string {
	const { parameters, counts } = manifest;
	const chosen =
		typeof parameters.themes === 'number'
			? `The number of themes, ${formatNumber(parameters.themes)}, was given.`
			: proposal(manifest);
	return (
		'k-means puts papers that point in similar directions together; of ' +
		`${number(parameters, 'restarts')} starts the tightest grouping is kept, and every paper goes to the theme ` +
		`whose centre it is most similar to. No paper is left out. ${chosen} Each theme is split further, and ` +
		`themes are joined into a tree by Ward’s method: ${formatNumber(counts.leaves)} leaves in all.`
	);
}

/** How themes were found, in plain words, from the parameters that the dataset records. */
export function methodSteps(manifest: AboutManifest): MethodStep[] {
	return [
		{ title: 'Words', text: words(manifest) },
		{ title: 'Weights', text: weights(manifest) },
		{ title: 'Directions', text: reduction(manifest) },
		{ title: 'Themes', text: themes(manifest) },
		{
			title: 'Names',
			text:
				'A theme is named by a word or phrase that many of its papers say and other papers seldom do, and by a ' +
				'second one that adds papers, both from its titles or the authors’ keywords where these serve; its page says ' +
				'how many hold one of them. No two themes begin alike. A theme is called mixed where no two terms cover it, or where its papers have far fewer words in ' +
				'common than those of other themes. Names are a summary made by counting: read a ' +
				'few papers before you trust one.'
		},
		{
			title: 'Trends',
			text:
				'What a theme’s share does is said over a window of whole periods: those of the date filter, else back from ' +
				'the last as far as 19 of 20 have 20 papers or more, by the finest of month, quarter and year whose window ' +
				'holds nine tenths of the dated papers. Joinpoint regression (Kim, Fay, Feuer and Midthune 2000) on the logit ' +
				'of the share, the number of bends by weighted BIC; papers of a period and neighbouring periods that resemble ' +
				'each other widen the intervals; p-values of the last stretch are adjusted over the themes after Benjamini ' +
				'and Hochberg (q). Bursts ' +
				'after Kleinberg (two states, scale 2, gamma 1). Smoothed lines are local regressions (LOESS: straight lines by ' +
				'tricube weights over the third of the periods nearest to each, each weighing as much as it has papers); no ' +
				'test rests on them.'
		},
		{
			title: 'Chance',
			text:
				`Everything random follows from the seed ${manifest.seed}: the same files and parameters give the ` +
				'same dataset on every machine.'
		}
	];
}
