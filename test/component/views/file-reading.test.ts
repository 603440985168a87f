import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';

import '../../../src/lib/ui/styles/app.css';
import FileReading from '../../../src/lib/views/pages/open/FileReading.svelte';
import { ChosenFiles, type ChosenFile } from '../../../src/lib/views/parts/opening/chosen-files.svelte.ts';
import { usualChoices } from '../../../src/lib/worker/choices.ts';
import { previewInWorker } from '../../../src/lib/worker/client.ts';
import { violations } from '../../support/axe.ts';

const onread = vi.fn();
beforeEach(() => void onread.mockReset());

/** A file as it is looked into. */
async function chosen(bytes: Uint8Array<ArrayBuffer>) {
	const files = new ChosenFiles(previewInWorker);
	files.add([new File([bytes], 'a.csv')], usualChoices);
	const settled = () => expect.poll(() => files.all[0]?.preview).toBeTruthy();
	await settled();
	return { files, settled, entry: () => files.all[0] as ChosenFile };
}

it('shows the encoding and what it leaves open, and lets one change both', async () => {
	const head = new TextEncoder().encode('title,date,abstract\nÄ Ö Ü é,03/07/2024,');
	const { files, settled, entry } = await chosen(Uint8Array.from([...head, 0xe0, 0xe1, 10]));
	const { container } = await render(FileReading, { entry: entry(), onread });
	await expect.element(page.getByText('2 characters could not be decoded')).toBeVisible();
	await expect.element(page.getByText('no other of the column shows what comes first')).toBeVisible();
	const encoding = page.getByRole('combobox', { name: /^Encoding/ });
	await expect.element(encoding).toHaveDisplayValue('utf-8');
	expect(await violations(container)).toEqual([]);
	await userEvent.selectOptions(encoding, 'read as windows-1251');
	expect(onread).toHaveBeenLastCalledWith({ encoding: 'windows-1251' });
	await userEvent.selectOptions(page.getByRole('combobox', { name: /^Dates/ }), 'month first');
	expect(onread).toHaveBeenLastCalledWith({ dateOrder: 'mdy' });

	const { id } = entry();
	files.reread(id, { encoding: 'windows-1251' }, usualChoices);
	expect(entry().before?.parts[0]?.encoding).toBe('utf-8');
	await settled();
	files.reread(id, { dateOrder: 'mdy' }, usualChoices);
	await settled();
	expect(files.readings).toEqual([{ encoding: 'windows-1251', dateOrder: 'mdy' }]);
	const [part] = entry().preview?.parts ?? [];
	expect(part).toMatchObject({ encoding: 'windows-1251', undecoded: 0 });
	expect(part?.sample[0]).toMatchObject({ abstract: 'аб', published: '2024-03-07' });
	files.reread(id, { encoding: null, dateOrder: null }, usualChoices);
	await settled();
	expect(files.readings).toEqual([{}]);
});
