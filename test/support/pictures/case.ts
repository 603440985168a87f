import type { Component, ComponentProps } from 'svelte';

/** One chart drawn from one fixed model. */
export interface Case {
	/** Name of its files, without scheme and ending. */
	readonly name: string;
	/** In pixels. */
	readonly width: number;
	readonly height: number;
	/** Drawings of SVG stand below one another; what is laid out by HTML is one foreign object. */
	readonly form: 'svg' | 'html';
	/** Height of each of several drawings. */
	readonly each?: number;
	readonly parts: readonly { component: Component; props: object }[];
}

/** A component with props that fit it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- every component has props of its own
export function part<C extends Component<any>>(
	component: C,
	props: ComponentProps<C>
): Case['parts'][number] {
	return { component: component as unknown as Component, props };
}
