import { describe, expect, it } from 'vitest';

import { scan } from '../../../../src/lib/pipeline/text/scan.ts';
import { emptyHash, extendHash } from '../../../../src/lib/pipeline/text/word-table.ts';

/** What the scanner reports: words as they are, a comma for each stop, a full stop for each end, "-" and "<" for ties. */
function events(text: string): string[] {
	const found: string[] = [];
	scan(text, {
		word: (codes, start, end) => found.push(String.fromCharCode(...codes.subarray(start, end))),
		symbol: () => found.push(','),
		stop: () => found.push(','),
		end: () => found.push('.'),
		hyphen: () => found.push('-'),
		overlap: () => found.push('<')
	});
	return found;
}

describe('scan', () => {
	it('finds runs of letters and digits that begin with a letter and have two characters', () => {
		expect(events('Two cats sat on GPT4 mats')).toEqual(['Two', 'cats', 'sat', 'on', 'GPT4', 'mats']);
	});

	it('ends phrases at signs, numbers and single letters', () => {
		expect(events('wet, dry (old) 42 a end.')).toEqual([
			'wet',
			',',
			'dry',
			',',
			'old',
			',',
			',',
			',',
			'end',
			'.'
		]);
	});

	it('tells hyphens from dashes', () => {
		expect(events('long-term well - known pre- and post-war')).toEqual([
			'long',
			'-',
			'term',
			'well',
			',',
			'known',
			'pre',
			'and',
			'post',
			'-',
			'war'
		]);
		expect(events('text\u2013image')).toEqual(['text', '-', 'image']);
	});

	it('cuts clitics off and breaks at negations', () => {
		expect(events("the model's root")).toEqual(['the', 'model', 'root']);
		expect(events("don't stop")).toEqual([',', 'stop']);
		expect(events("l'analyse d\u2019abord")).toEqual([',', 'analyse', ',', 'abord']);
	});

	it('takes letters of any script, with their marks', () => {
		expect(events('Übung школа नमस्ते')).toEqual(['Übung', 'школа', 'नमस्ते']);
	});

	it('makes overlapping pairs where nothing parts the words', () => {
		expect(events('神经网络')).toEqual(['神经', '<', '经网', '<', '网络']);
		expect(events('深 GPT网络')).toEqual(['GPT', '网络']);
	});

	it('skips runs that no word is as long as', () => {
		expect(events(`${'x'.repeat(60)} ${'y'.repeat(61)} end`)).toEqual(['x'.repeat(60), ',', 'end']);
	});

	it('hashes words as the table does', () => {
		const hashes: number[] = [];
		const ignore = () => {};
		scan('rain', {
			word: (_, __, ___, hash) => hashes.push(hash),
			symbol: ignore,
			stop: ignore,
			end: ignore,
			hyphen: ignore,
			overlap: ignore
		});
		expect(hashes).toEqual([[...'rain'].reduce((hash, c) => extendHash(hash, c.charCodeAt(0)), emptyHash)]);
	});
});
