import axe from 'axe-core';

/** Rules that an element breaks, each with the elements that break it. Empty when all is well. */
export async function violations(element: Element): Promise<string[]> {
	const found = await axe.run(element, {
		resultTypes: ['violations'],
		rules: { region: { enabled: false } }
	});
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
