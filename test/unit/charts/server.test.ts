import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';

import Gallery from '../../support/gallery/Gallery.svelte';

describe('on the server', () => {
	it.each(['usual', 'many', 'empty', 'single'] as const)('charts of the %s corpus are drawn', (corpus) => {
		const { body } = render(Gallery, { props: { corpus } });
		expect(body).toContain('viewBox="0 0 720 320"');
		expect(body).not.toMatch(/NaN|Infinity|undefined/);
		expect(body).not.toContain('<img');
	});

	it('lines, bars, shades and labels stand in the page before any script', () => {
		const { body } = render(Gallery, { props: { corpus: 'usual' } });
		expect(body).toMatch(/role="option"[^>]*aria-label="preference optimisation: \d+ of 141 papers/);
		expect(body).toMatch(/<path class="line[^"]*" d="M[\d.,LM]+"/);
		expect(body).toMatch(/class="bar[^"]*"[^>]*height="[1-9]/);
		expect(body).toMatch(/background: ?var\(--heat-5\)/);
		expect(body).toContain('median 6');
	});
});
