import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';

import '../../../src/lib/ui/styles/app.css';
import { noRules } from '../../../src/lib/words/word-rules.ts';
import SettingsForm from '../../../src/lib/views/pages/open/SettingsForm.svelte';
import { usualChoices } from '../../../src/lib/worker/choices.ts';
import { violations } from '../../support/axe.ts';

const onchoose = vi.fn();
const draw = (choices = usualChoices) =>
	render(SettingsForm, { choices, onchoose, reading: true, sound: true });
const summary = page.getByText('Words to leave out, and words that mean the same');
const synonyms = page.getByRole('textbox', { name: 'Synonyms' });

beforeEach(async () => {
	onchoose.mockReset();
	await page.viewport(1000, 900);
});

it('takes a language and lists of words as they are typed', async () => {
	const { container } = await draw();
	expect([...container.querySelectorAll('details')].map(({ open }) => open)).toEqual([false, false]);
	await userEvent.click(summary);
	await userEvent.selectOptions(page.getByRole('combobox', { name: /^Language whose/ }), 'French');
	expect(onchoose).toHaveBeenLastCalledWith({ language: 'fr' });
	await userEvent.fill(page.getByRole('textbox', { name: /^Further words/ }), 'novel, Foo');
	expect(onchoose).toHaveBeenLastCalledWith({ stopWords: ['foo', 'novel'] });
	await userEvent.fill(page.getByRole('textbox', { name: /^Words and phrases/ }), 'social media');
	expect(onchoose).toHaveBeenLastCalledWith({ exclusions: ['social media'] });
	await userEvent.fill(synonyms, 'LLM = language model\nRL = reinforcement learning');
	expect(onchoose).toHaveBeenLastCalledWith({
		synonyms: ['LLM = language model', 'RL = reinforcement learning']
	});
	expect(await violations(container)).toEqual([]);
});

it('says at once and in place what cannot be used, and takes it once it is mended', async () => {
	const { container } = await draw();
	await userEvent.click(summary);
	await userEvent.fill(synonyms, 'LLM = language model\nRL');
	await expect.element(page.getByText('Line 2: “RL” stands alone')).toBeVisible();
	expect(onchoose).not.toHaveBeenCalledWith({ synonyms: [expect.anything()] });
	const field = synonyms.element();
	expect(field.getAttribute('aria-invalid')).toBe('true');
	const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
	expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
		expect.stringContaining('Line 2'),
		expect.stringContaining('A group on each line')
	]);
	expect(await violations(container)).toEqual([]);
	await userEvent.fill(synonyms, 'LLM = language model\nRL = reinforcement learning');
	await expect.element(synonyms).not.toHaveAttribute('aria-invalid');
	expect(onchoose).toHaveBeenLastCalledWith({
		synonyms: ['LLM = language model', 'RL = reinforcement learning']
	});
});

it('shows what was said before', async () => {
	await draw({ ...usualChoices, ...noRules, synonyms: ['LLM = language model'], language: 'de' });
	await expect.element(synonyms).toBeVisible();
	await expect.element(synonyms).toHaveValue('LLM = language model');
	await expect.element(page.getByRole('combobox', { name: /^Language whose/ })).toHaveValue('de');
});
