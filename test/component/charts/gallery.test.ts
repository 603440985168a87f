import { page } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';

import '../../../src/lib/ui/styles/app.css';
import { violations } from '../../support/axe.ts';
import Gallery from '../../support/gallery/Gallery.svelte';

afterEach(() => {
	delete document.documentElement.dataset.theme;
});

describe.each(['light', 'dark'])('%s', (scheme) => {
	describe.each([1440, 768, 390])('%i px', (width) => {
		it.each(['usual', 'many', 'empty', 'single'] as const)(
			'%s corpus fits and passes axe',
			async (corpus) => {
				document.documentElement.dataset.theme = scheme;
				await page.viewport(width, 900);
				const { container } = await render(Gallery, { corpus });
				await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
				await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
				expect('hacked' in globalThis).toBe(false);
				expect(container.querySelectorAll('img')).toHaveLength(0);
				expect(await violations(container)).toEqual([]);
			}
		);
	});
});
