import { describe, expect, it } from 'vitest';

import { noRules } from '../../../../src/lib/words/word-rules.ts';
import { languages } from '../../../../src/lib/pipeline/text/languages.ts';
import { stem } from '../../../../src/lib/pipeline/text/stem.ts';
import { createTokeniser, tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';
import { breakId, overlapTie } from '../../../../src/lib/pipeline/text/tokens.ts';

/** Words of a text with what ties them; a bar for a break. */
function read(text: string, stopWords: string[] = []): string {
	const tokeniser = createTokeniser({ ...noRules, stopWords });
	const ids = tokeniser.tokenise({ title: '', abstract: text });
	const ties = tokeniser.tieIds();
	return Array.from(ids, (id, at) =>
		id === breakId ? '|' : `${tokeniser.ties[ties[at] as number]}${tokeniser.surfaces[id]}`
	).join(' ');
}

describe('stem', () => {
	it('is Porter’s for English letters alone', () => {
		expect(['alignments', 'aligned', 'relational', 'ponies', 'café', 'GPT4'.toLowerCase()].map(stem)).toEqual(
			['align', 'align', 'relat', 'poni', 'café', 'gpt4']
		);
	});
});

describe('tokenise', () => {
	it('turns stop words and signs into single breaks between words', () => {
		expect(read('The roots of the old tree, and (in) rain.')).toBe('roots | old tree | rain');
	});

	it('counts every word for the places of those it keeps, and one more where a sentence ends', () => {
		const places = (title: string, abstract = '') => {
			const tokeniser = createTokeniser();
			const ids = Array.from(tokeniser.tokenise({ title, abstract }));
			const positions = tokeniser.positions();
			return ids.flatMap((id, at) => (id === breakId ? [] : [`${positions[at]} ${tokeniser.surfaces[id]}`]));
		};
		expect(places('The roots of the old, old tree')).toEqual(['1 roots', '4 old', '5 old', '6 tree']);
		expect(places('Old tree', 'Rain fell...? 3 roots; leaves')).toEqual([
			'0 Old',
			'1 tree',
			'3 Rain',
			'4 fell',
			'7 roots',
			'9 leaves'
		]);
		expect(places('(Long-term) “memory”')).toEqual(['0 Long', '1 term', '2 memory']);
		expect(places('神经网络')).toEqual(['0 神经', '1 经网', '2 网络']);
	});

	it('keeps title and abstract apart', () => {
		const tokeniser = createTokeniser();
		const ids = tokeniser.tokenise({ title: 'Old roots', abstract: 'Rain' });
		expect(Array.from(ids, (id) => (id === breakId ? '|' : tokeniser.surfaces[id]))).toEqual([
			'Old',
			'roots',
			'|',
			'Rain'
		]);
	});

	it('shares a stem among the forms of a word', () => {
		const tokeniser = createTokeniser();
		const [a, b, c] = tokeniser.tokenise({ title: '', abstract: 'Root roots ROOTED' });
		expect(tokeniser.surfaces).toEqual(['Root', 'roots', 'ROOTED']);
		expect([a, b, c].map((id) => tokeniser.stems[tokeniser.stemOfSurface[id as number] as number])).toEqual([
			'root',
			'root',
			'root'
		]);
	});

	it('remembers hyphens and the stop words between them', () => {
		expect(read('fine-tuned text-to-image roots')).toBe('fine -tuned text -to-image roots');
		expect(read('state-of-the-art')).toBe('state -of-the-art');
		expect(read('new in-context rain')).toBe('new | in-context rain');
		expect(read('text to image')).toBe('text | image');
		expect(read('text-to image')).toBe('text | image');
		expect(read('text -to- image')).toBe('text | image');
		expect(read('Text-To-Image')).toBe('Text -to-Image');
	});

	it('ties pairs of unspaced characters by their overlap', () => {
		expect(read('神经网络')).toBe(`神经 ${overlapTie}经网 ${overlapTie}网络`);
	});

	it('leaves out the user’s stop words in every form', () => {
		expect(read('deep models of the modelled root', ['model'])).toBe('deep | root');
	});

	it('treats names of object properties as words', () => {
		expect(read('constructor __proto__ toString hasOwnProperty')).toBe(
			'constructor proto toString hasOwnProperty'
		);
	});

	it('gives a paper the same words whatever came before', () => {
		const tokeniser = createTokeniser();
		tokeniser.tokenise({ title: '', abstract: 'words that end in a stop-' });
		const ids = tokeniser.tokenise({ title: 'Rain', abstract: '' });
		expect([...ids].map((id) => tokeniser.surfaces[id])).toEqual(['Rain']);
		expect(tokeniser.ties[tokeniser.tieIds()[0] as number]).toBe('');
	});
});

const french = `Dans cet article, nous présentons une méthode pour la traduction des textes. Les résultats
	de cette méthode sont comparés avec ceux du corpus, car elle est plus rapide que les autres.`;
const german =
	'Der Beitrag vergleicht die Verwendung der Wörter und zeigt, dass sie nicht nur in der Stadt leben.';

describe('languages', () => {
	it('drops the function words of the language a paper is written in', () => {
		const kept = read(french).split(' ');
		expect(kept).toContain('traduction');
		expect(kept).not.toContain('nous');
		expect(kept).not.toContain('car');
		expect(
			kept.filter((word) => ['les', 'des', 'pour', 'dans', 'cette'].includes(word.toLowerCase()))
		).toEqual([]);
	});

	it('keeps such words in English papers', () => {
		expect(read('A car that can die, and the son of the car')).toBe('car | die | son | car');
	});

	it('keeps them where they are to be searched for', () => {
		const tokeniser = createTokeniser(noRules, { keep: true });
		const words = Array.from(
			tokeniser.tokenise({ title: '', abstract: french }),
			(id) => tokeniser.surfaces[id]
		);
		expect(words).toContain('pour');
	});

	it('tells English, French, German, Chinese, Japanese and strangers apart', async () => {
		const texts = [
			'We show that the roots of old trees are deep, and that this is what keeps them alive in a drought.',
			french,
			german,
			'本文提出了一种新的方法,在这个任务中我们的模型和其他的模型相比是最好的',
			'この論文では、新しい手法を提案し、それがどのように機能するかを示す。',
			'Tämä tutkimus käsittelee metsien kasvua sekä puiden juuria '.repeat(8),
			'Roots, trees: drought'
		];
		const { languages: found } = await tokenisePapers(
			texts.map((abstract) => ({ title: '', abstract })),
			noRules
		);
		const { usual, first, chinese, japanese, other } = languages;
		expect([...found]).toEqual([usual, first, first + 1, chinese, japanese, other, usual]);
	});
});

describe('tokenisePapers', () => {
	it('lays the papers end to end and gives empty ones no words', async () => {
		const tokens = await tokenisePapers(
			[
				{ title: 'Old roots', abstract: 'in rain' },
				{ title: '', abstract: '' },
				{ title: 'the of and', abstract: '' },
				{ title: 'Rain', abstract: '' }
			],
			noRules
		);
		expect([...tokens.offsets]).toEqual([0, 4, 4, 4, 5]);
		expect(Array.from(tokens.surfaceIds, (id) => tokens.surfaces[id] ?? '|')).toEqual([
			'Old',
			'roots',
			'|',
			'rain',
			'Rain'
		]);
		expect(tokens.tieIds).toHaveLength(5);
	});

	it('stops when it is cancelled', async () => {
		const signal = AbortSignal.abort(new Error('enough'));
		await expect(tokenisePapers([{ title: 'a', abstract: '' }], noRules, { signal })).rejects.toThrow(
			'enough'
		);
	});
});
