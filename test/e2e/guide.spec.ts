import AxeBuilder from '@axe-core/playwright';
import { test } from '@playwright/test';

import { expectAnswers } from './dashboard.ts';
import { expect } from './fixtures.ts';

// Without the fixture that puts the guide away for the other tests.
test('a first visit is met by a short guide, by keyboard, which stays away once it is closed', async ({
	page
}) => {
	await page.goto('.');
	const guide = page.getByRole('region', { name: 'Short guide' });
	await expect(guide).toContainText('1 of 4');
	const next = guide.getByRole('button', { name: 'Next' });
	// Pressing works as soon as the page has become interactive.
	await expectAnswers(page);
	await expect(page.getByRole('navigation', { name: /^Themes/ })).toHaveAttribute('data-pointed');
	await next.press('Enter');
	await expect(guide).toContainText('2 of 4');
	await expect(page.locator('[data-pointed]')).toContainText('75 papers');
	await guide.getByRole('button', { name: 'Show it' }).press('Enter');
	await expect(page.locator('[data-pointed]')).toBeInViewport();
	expect(
		(await new AxeBuilder({ page }).include('section[aria-label="Short guide"]').analyze()).violations
	).toEqual([]);
	await guide.getByRole('button', { name: 'Close guide' }).press('Enter');
	await expect(guide).toBeHidden();
	await expect(page.locator('main')).toBeFocused();
	await page.reload();
	// It would come with the page's program.
	await expectAnswers(page);
	await expect(guide).toBeHidden();
	await page.getByRole('link', { name: 'About' }).click();
	await page.getByRole('link', { name: 'Show the short guide' }).click();
	await expect(guide).toContainText('1 of 4');
});
