import { render } from 'svelte/server';

import type { Case } from './case.ts';
import { markCases } from './mark-cases.ts';
import { teamCases } from './team-cases.ts';
import { trendCases } from './trend-cases.ts';

export interface Drawn extends Omit<Case, 'parts'> {
	/** What the server renders for each part, and the styles of all components in them. */
	readonly bodies: readonly string[];
	readonly css: string;
}

function drawn({ parts, ...rest }: Case): Drawn {
	const made = parts.map(({ component, props }) => render(component, { props }));
	const styles = made.flatMap(({ head }) => [...head.matchAll(/<style[^>]*>([^]*?)<\/style>/g)]);
	const css = new Set(styles.map(([, text = '']) => text));
	return { ...rest, bodies: made.map(({ body }) => body), css: [...css].join('\n') };
}

/** Every chart of SVG or HTML, drawn by the server renderer. */
export function drawAll(): Drawn[] {
	return [...trendCases, ...teamCases, ...markCases].map(drawn);
}
