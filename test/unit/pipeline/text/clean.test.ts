import { describe, expect, it } from 'vitest';

import { clean } from '../../../../src/lib/pipeline/text/clean.ts';

const tidy = (text: string) => clean(text).replace(/\s+/g, ' ').trim();

describe('clean', () => {
	it('leaves prose as it is', () => {
		const text = 'Roots drink rain; leaves (all 12 of them) cost $5 and $6, or a < b.';
		expect(clean(text)).toBe(text);
	});

	it('decodes entities, also those that were escaped twice', () => {
		expect(tidy('rain &amp; sun, &lt;dry&gt; soil')).toBe('rain & sun, . soil');
		expect(tidy('caf&#233; r&#xE9;sum&amp;#233;')).toBe('café résumé');
		expect(tidy('&unknown; end')).toBe('end');
	});

	it('drops tags and keeps what they enclose, with a break where a block ends', () => {
		expect(tidy('<p>Wet</p><p>soil</p>')).toBe('. Wet. . soil.');
		expect(tidy('H<sub>2</sub>O in <jats:italic>soil</jats:italic>')).toBe('H2O in soil');
		expect(tidy('a <!-- note --> b <a href="x y">c</a>')).toBe('a b . c.');
	});

	it('drops tags whose attributes hold signs of tags', () => {
		expect(tidy('An <span title="a < b">ice</span> sheet')).toBe('An ice sheet');
		expect(tidy(`Wet <a title='if x <y> then' href="z">soil</a>`)).toBe('Wet . soil.');
		expect(tidy('<math alttext="<mi>x</mi>" display="inline">m</math> melts')).toBe('. m. melts');
	});

	it('drops formulas and commands of LaTeX, but not prices', () => {
		expect(tidy('loss $\\sum_i x_i^2$ falls')).toBe('loss . falls');
		expect(tidy('for $n$ steps of $5 or $6')).toBe('for . steps of $5 or $6');
		expect(tidy('as \\cite{a,b} say, \\textbf{bold} \\(x\\) text')).toBe('as . say, {bold} . text');
		expect(tidy("Erd\\H{o}s and Poincar\\'e")).toContain('Poincaré');
	});

	it('drops addresses of pages and people', () => {
		expect(tidy('see https://example.org/a?b=c#d and www.example.org')).toBe('see . and .');
		expect(tidy('code at example.io/x by a.b@uni.example.edu')).toBe('code at . by .');
		expect(tidy('See www.Example or ours. U.S. data, 3.5')).toBe('See . or ours. U.S. data, 3.5');
		expect(tidy('A speed of m.s as in U.S. data')).toBe('A speed of m.s as in U.S. data');
	});

	it('drops the names that exports write for signs, but not the words', () => {
		expect(tidy('a Cu center dot center dot center dot Cu contact')).toBe('a Cu . Cu contact');
		expect(tidy('at 25 degrees C over 10 mu m and 5 mu mol')).toBe('at 25 . over 10 . and 5 .');
		const words = 'degrees Celsius, degrees of freedom, the center dots, a mu mesons beam';
		expect(clean(words)).toBe(words);
	});

	it('writes letters and digits plainly, and leaves signs alone', () => {
		expect(clean('CO₂ and H₂O at 10⁶ Pa, Ca²⁺, 5 µm, ＢＥＲＴ２, 𝑘-means, type Ⅱ, ﬁne ﾊﾞ')).toBe(
			'CO2 and H2O at 106 Pa, Ca2+, 5 μm, BERT2, k-means, type II, fine バ'
		);
		const signs = 'Tool™ ①Aim ½ 25 ºC … „a“ ＜b＞ 12 ≤ x';
		expect(clean(signs)).toBe(signs);
	});

	it('composes Unicode and takes ligatures and soft hyphens apart', () => {
		expect(clean('e\u0301tude')).toBe('étude');
		expect(clean('e\ufb03cient pho\u00adto')).toBe('efficient photo');
	});
});

describe('boilerplate', () => {
	it.each([
		'[No abstract available]',
		'No abstract available.',
		'no abstract',
		'(Abstract not available)',
		' Abstract unavailable '
	])('makes nothing of %j', (text) => expect(clean(text)).toBe(''));

	it('keeps a text that speaks of missing abstracts', () => {
		const text = 'No abstract available in a catalogue is ever read, as we show for 12 libraries.';
		expect(clean(text)).toBe(text);
	});

	it.each([
		'Soil dries. © 2014 Elsevier B.V. All rights reserved.',
		'Soil dries. &copy; 2020 The Authors. Published by Wiley & Sons Ltd.',
		'Soil dries. Copyright © 2001, Society of Rain.',
		'Soil dries. Copyright held by the owner/author(s).',
		'Soil dries. (C) 1999 Some Press Inc. All rights reserved.',
		'Soil dries. All Rights Reserved.',
		'Soil dries. Published by Some Press Ltd.'
	])('drops the copyright line of %j', (text) => {
		expect(tidy(text).replace(/[ .]+$/, '')).toBe('Soil dries');
	});

	it('drops a copyright line in front and keeps the text behind it', () => {
		const text = `We dig. ${'The soil of the valley is dry and old. '.repeat(12)}`;
		expect(tidy(`© 2014 Elsevier B.V. All rights reserved. ${text}`)).toBe(`. ${text.trim()}`);
	});

	it('keeps copyright as a subject', () => {
		const text = 'We measure copyright infringement and copyright law in case (c) of the list.';
		expect(clean(text)).toBe(text);
	});
});
