import { readFileSync } from 'node:fs';

import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

import { importGraph } from '../support/import-graph.ts';

/** As much of a syntax tree as the test looks at. */
interface Node {
	type: string;
	[key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* nodesOf(value: unknown): Generator<Node> {
	if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
	if (!isNode(value)) return;
	yield value;
	for (const [key, child] of Object.entries(value)) if (key !== 'parent') yield* nodesOf(child);
}

const nameOf = (node: unknown) => (isNode(node) ? String(node.name ?? node.value) : '');

/** Members of a type that is written out, or of an interface or type of the same file; none of types from elsewhere. */
function membersOf(type: Node, all: readonly Node[]): string[] {
	if (type.type === 'TSIntersectionType')
		return (type.types as Node[]).flatMap((part) => membersOf(part, all));
	if (type.type === 'TSTypeReference') {
		const declared = all.find(
			({ type: kind, id }) =>
				/^TS(?:InterfaceDeclaration|TypeAliasDeclaration)$/.test(kind) && nameOf(id) === nameOf(type.typeName)
		);
		const body = declared && ((declared.typeAnnotation ?? declared.body) as Node);
		return body ? membersOf(body, all) : [];
	}
	const members = (type.members ?? type.body ?? []) as Node[];
	return members.map(({ key }) => nameOf(key));
}

/** Props that a component declares and does not take. */
function unusedProps(source: string): string[] {
	const all = [...nodesOf(parse(source, { modern: true }).instance?.content)];
	const taken = all.find(
		({ type, init }) => type === 'VariableDeclarator' && isNode(init) && nameOf(init.callee) === '$props'
	);
	const pattern = taken?.id;
	if (!isNode(pattern) || pattern.type !== 'ObjectPattern' || !isNode(pattern.typeAnnotation)) return [];
	const properties = pattern.properties as Node[];
	if (properties.some(({ type }) => type === 'RestElement')) return [];
	const names = new Set(properties.map(({ key }) => nameOf(key)));
	return membersOf(pattern.typeAnnotation.typeAnnotation as Node, all).filter((name) => !names.has(name));
}

describe('props', () => {
	test('that are declared and not taken are found', () => {
		const script = (body: string) => `<script lang="ts">${body}</script>`;
		expect(unusedProps(script('let { a }: { a: string; b?: number; "c-d": string } = $props();'))).toEqual([
			'b',
			'c-d'
		]);
		expect(
			unusedProps(script('interface Props { a: string; b: string } let { b }: Props = $props();'))
		).toEqual(['a']);
		expect(unusedProps(script('let { a, ...rest }: { a: string; b: string } = $props();'))).toEqual([]);
	});

	test('are all taken', () => {
		const components = [...importGraph().keys()].filter((file) => file.endsWith('.svelte'));
		expect(components.length).toBeGreaterThan(100);
		const unused = components.map((file) => [file, unusedProps(readFileSync(`src/${file}`, 'utf8'))]);
		expect(unused.filter(([, names]) => names?.length)).toEqual([]);
	});
});
