import { describe, expect, it } from 'vitest';

import { readExclusions, readSynonyms } from '../../../../src/lib/pipeline/terms/lists.ts';

describe('readSynonyms', () => {
	it('reads a group a line, whatever parts the forms, and leaves comments out', () => {
		const text = `\uFEFF# abbreviations
			large language model = LLM, LLMs   # the usual ones

			COVID-19 , SARS-CoV-2, coronavirus  disease 2019\r\n机器学习 = machine learning`;
		expect(readSynonyms(text)).toEqual([
			'COVID-19 = SARS-CoV-2, coronavirus disease 2019',
			'large language model = LLM, LLMs',
			'机器学习 = machine learning'
		]);
	});

	it('gives the same for lists that say the same', () => {
		const [one, other] = ['b = bee, beta\nalpha = aa', 'alpha=aa\nb = beta, bee'].map((list) =>
			readSynonyms(list.replaceAll('b =', 'bb ='))
		);
		expect(one).toEqual(other);
		expect(readSynonyms(one?.join('\n') ?? '')).toEqual(one);
	});

	it.each([
		['fine = good\nLLM', 'line 2: “LLM” stands alone'],
		['\n\nLLM = ', 'line 3: there is nothing before or after'],
		['a = an\nvitamin D = D', 'line 1: “a” has no word of two letters or more'],
		['AT&T = Bell', 'line 1: “AT&T” has a sign at which terms end'],
		['C++ = cpp', 'line 1: “C++” has a sign at which terms end'],
		['deep = profound\nlow = flat, Deep', 'line 2: “Deep” stands for “deep” already, in line 1'],
		['LLM = large model\nsmall model = LLMs', 'line 2: “LLMs” stands for “LLM” already, in line 1']
	])('says of %j what is wrong and where', (text, message) => {
		expect(() => readSynonyms(text)).toThrow(message);
	});
});

describe('readExclusions', () => {
	it('reads words and phrases, each once', () => {
		expect(readExclusions('social media, web\n# not these\nweb; type 2 diabetes')).toEqual([
			'social media',
			'type 2 diabetes',
			'web'
		]);
		expect(readExclusions('')).toEqual([]);
	});

	it('says what cannot be found in texts', () => {
		expect(() => readExclusions('web\nnode.js')).toThrow('line 2: “node.js” has a sign');
	});
});
