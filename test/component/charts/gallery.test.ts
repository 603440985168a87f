import { page } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';

import '../../../src/lib/ui/styles/app.css';
import { violations } from '../../support/axe.ts';
import Gallery from '../../support/gallery/Gallery.svelte';

const pictures = import.meta.env.VITE_PICTURES as string | undefined;

afterEach(() => {
	delete document.documentElement.dataset.theme;
});

describe.each(['light', 'dark'])('%s', (scheme) => {
	describe.each([1440, 768, 390])('%i px', (width) => {
		it.each(['usual', 'many', 'empty', 'single'] as const)(
			'%s corpus fits and passes axe',
			async (corpus) => {
				document.documentElement.dataset.theme = scheme;
				await page.viewport(width, pictures ? 3600 : 900);
				const { container } = await render(Gallery, { corpus });
				await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
				if (pictures) {
					await page.screenshot({
						element: page.elementLocator(container),
						path: `${pictures}/${corpus}-${width}-${scheme}.png`
					});
				}
				expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
				expect('hacked' in globalThis).toBe(false);
				expect(container.querySelectorAll('img')).toHaveLength(0);
				expect(await violations(container)).toEqual([]);
			}
		);
	});
});
