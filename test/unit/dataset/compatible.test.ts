import { describe, expect, it } from 'vitest';

import { columnsIn, isReadable, lackingWords } from '../../../src/lib/dataset/compatible.ts';
import { schemaVersion } from '../../../src/lib/dataset/schema.ts';
import { searchRulesOf } from '../../../src/lib/words/word-rules.ts';

describe('datasets of other versions', () => {
	it('are read from 1.4 on, within the major version', () => {
		expect(['1.4', '1.5', '1.40', schemaVersion].map(isReadable)).toEqual([true, true, true, true]);
		expect(['1.3', '0.9', '2.4', '', 'x'].map(isReadable)).toEqual([false, false, false, false, false]);
	});

	it('say what they lack', () => {
		expect(lackingWords({ schemaVersion })).toBeNull();
		expect(lackingWords({ schemaVersion: '1.4' })).toMatch(
			/^Made before Corpuscope kept citations, references, keywords and affiliations:/
		);
		expect(lackingWords({ schemaVersion: '1.5' })).toBe(
			'Its search tells “Müller” from “Muller”: accents are not folded. Build it again to have this.'
		);
	});

	it('have searches that know words as their index does', () => {
		const accentsIn = (version: string) => searchRulesOf({ schemaVersion: version, parameters: {} }).accents;
		expect(['1.4', '1.5', '1.6', schemaVersion].map(accentsIn)).toEqual([
			'apart',
			'apart',
			undefined,
			undefined
		]);
	});

	it('have the columns of their own version', () => {
		const names = (version: string) => columnsIn('papers', version).map(([name]) => name);
		expect(names(schemaVersion).filter((name) => !names('1.4').includes(name))).toEqual([
			'citations',
			'references'
		]);
		expect(names('1.4')).toHaveLength(25);
	});
});
