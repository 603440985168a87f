import axe from 'axe-core';

/**
 * Rules that an element breaks, each with the elements that break it. Empty when all is well. In dark colours those
 * about colour alone: nothing else changes with the scheme, and every test in dark colours has its like in light ones.
 */
export async function violations(element: Element): Promise<string[]> {
	const isDark = document.documentElement.dataset.theme === 'dark';
	const found = await axe.run(element, {
		resultTypes: ['violations'],
		rules: { region: { enabled: false } },
		...(isDark && { runOnly: ['cat.color'] })
	});
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
