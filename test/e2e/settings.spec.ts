import type { Page } from '@playwright/test';

import { datasetFolder } from '../../src/cli/archive/unpack.ts';
import { openDataset } from '../../src/cli/dataset/open.ts';
import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../src/lib/corpus/pass/open.ts';
import { corpusParameters } from '../../src/lib/corpus/pass/parameters.ts';
import { buildDataset } from '../../src/lib/pipeline/build.ts';
import { defaultOptions } from '../../src/lib/pipeline/options.ts';
import { tableIn } from '../../src/lib/queries/sql/tables.ts';
import { papersWithForms, turbineGroup } from '../support/forms-of-terms.ts';
import { expectPapers } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const papers = papersWithForms(60, 7);
const withTerm = papers.filter(({ form }) => form !== null).length;
/** The papers under names that no program knows. */
const content = JSON.stringify(
	papers.map(({ id, title, abstract }) => ({ nr: id, kopf: title, texte: { inhalt: abstract } }))
);
const columns = { nr: 'sourceId', kopf: 'title', 'texte.inhalt': 'abstract' };
const rules = {
	language: 'en',
	stopWords: ['novelty'],
	exclusions: ['social media'],
	synonyms: ['wind turbine = WT, aerogenerator']
} as const;

/** The same build in Node. */
async function builtInNode() {
	const source = openCorpus([memorySource('befund.json', content)], { columns });
	const options = {
		pipeline: { ...defaultOptions, themes: 6, ...rules },
		corpus: corpusParameters({ columns })
	};
	return (await buildDataset(source, options, { write: async () => {} })).manifest;
}

/** What the dataset that the page has saved says, asked by another engine than the page's. */
async function answersOf(saved: string) {
	const { manifest, query, attach, close } = await openDataset(
		await datasetFolder(saved, new AbortController().signal)
	);
	for (const file of manifest.files) await attach(file);
	const { columns: found } = await query(
		`SELECT (SELECT document_frequency::INTEGER FROM ${tableIn('terms')} WHERE term = 'wind turbine') AS papers,
			(SELECT count(*)::INTEGER FROM ${tableIn('terms')} WHERE term LIKE 'novel%') AS stopped,
			(SELECT count(*)::INTEGER FROM ${tableIn('theme_terms')} WHERE term = 'wind turbine') AS named,
			(SELECT count(*)::INTEGER FROM ${tableIn('theme_terms')}
				WHERE regexp_matches(lower(term), 'social|media|novel|wts?|aerogen')) AS unwanted`
	);
	close();
	return { tables: manifest.tables, found };
}

const start = (page: Page) => page.getByRole('button', { name: 'Find the themes' });
const synonyms = (page: Page) => page.getByRole('textbox', { name: 'Synonyms' });
/** Searches, until the page has taken the words over: the same papers may hold those before. */
async function searchFor(page: Page, words: string): Promise<void> {
	await page.getByRole('searchbox', { name: 'Search title and abstract' }).fill(words);
	await expect(page).toHaveURL(({ searchParams }) => searchParams.get('q') === words);
}

test('JSON with unusual names is read as somebody says, and its themes follow synonyms, exclusions and stop words', async ({
	page
}, info) => {
	await page.goto('open/');
	await page.getByLabel('Files of papers').setInputFiles({
		name: 'befund.json',
		mimeType: 'application/json',
		buffer: Buffer.from(content)
	});
	await expect(page.getByText('No field is known to hold titles or abstracts.')).toBeVisible();
	await expect(start(page)).toBeDisabled();
	await page.getByRole('button', { name: 'Say what the fields hold…' }).click();
	const dialog = page.getByRole('dialog', { name: 'What the fields hold' });
	await dialog.getByLabel('nr').selectOption('Identifier');
	await dialog.getByLabel('kopf').selectOption('Title');
	await expect(dialog.getByLabel('texte.inhalt')).toHaveValue('abstract');
	await dialog.getByRole('button', { name: 'Use these fields' }).click();
	await expect(page.getByText('JSON; 60 records: 60 papers')).toBeVisible();

	await page.getByText('Chosen', { exact: true }).click();
	await page.getByRole('textbox', { name: 'Themes', exact: true }).fill('6');
	await page.getByText('Words to leave out, and words that mean the same').click();
	await page.getByRole('combobox', { name: /^Language whose/ }).selectOption('English');
	await page.getByRole('textbox', { name: /^Further words/ }).fill('novelty');
	await page.getByRole('textbox', { name: /^Words and phrases/ }).fill('social media');
	await synonyms(page).fill('wind turbine');
	await expect(page.getByText('Line 1: “wind turbine” stands alone')).toBeVisible();
	await expect(page.getByText('Put the settings right first.')).toBeVisible();
	await expect(start(page)).toBeDisabled();
	await synonyms(page).fill(turbineGroup);
	await start(page).click();

	const manifest = await builtInNode();
	await page.waitForURL(`**/?d=${manifest.fingerprint}&file=befund.json`);
	for (const form of ['WT', 'aerogenerator', '"wind turbines"']) {
		await searchFor(page, form);
		await expectPapers(page, withTerm, papers.length);
	}
	await page.getByRole('link', { name: 'About', exact: true }).click();
	await expect(page.getByText('“wind turbine” (also WT, aerogenerator).')).toBeVisible();
	await expect(page.getByText(/Kept out of themes and their names.*“social media”/)).toBeVisible();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('banner').getByRole('button', { name: 'Save', exact: true }).click()
	]);
	const saved = info.outputPath('befund.corpuscope.zip');
	await download.saveAs(saved);
	const { tables, found } = await answersOf(saved);
	expect(tables).toEqual(manifest.tables);
	expect(found).toMatchObject({ papers: [withTerm], stopped: [0], unwanted: [0] });
	expect(found.named?.[0]).toBeGreaterThan(0);

	await page.getByRole('link', { name: 'Overview', exact: true }).click();
	await searchFor(page, 'WT');
	await expectPapers(page, withTerm, papers.length);
	await page.getByRole('link', { name: `Find themes in these ${withTerm} papers` }).click();
	await expect(page.getByText('Themes in some of these papers')).toBeVisible();
	await expect(synonyms(page)).toHaveValue(turbineGroup);
	await page.getByRole('textbox', { name: 'Themes', exact: true }).fill('2');
	await start(page).click();
	await expectPapers(page, withTerm, withTerm);
	await searchFor(page, 'aerogenerator');
	await expectPapers(page, withTerm, withTerm);
});
