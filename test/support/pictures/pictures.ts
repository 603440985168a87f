import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';

import type { Drawn } from './draw.ts';
import { mapPixels } from './map-pixels.ts';
import { png } from './png.ts';
import { standalone } from './svg.ts';
import { schemes, tokensOf } from './tokens.ts';

const root = new URL('../../..', import.meta.url);
const folder = new URL('test/pictures/', root);
const styles = (name: string) => readFileSync(new URL(`src/lib/ui/styles/${name}.css`, root), 'utf8');

/** Draws with components compiled for the purpose: styles come along, and classes are named after components. */
async function drawnCharts(): Promise<Drawn[]> {
	const server = await createServer({
		configFile: false,
		root: fileURLToPath(root),
		appType: 'custom',
		logLevel: 'error',
		plugins: [
			svelte({
				configFile: false,
				emitCss: false,
				compilerOptions: { css: 'injected', dev: false, cssHash: ({ name }) => name }
			})
		],
		server: { middlewareMode: true, watch: null, hmr: false, ws: false },
		optimizeDeps: { noDiscovery: true, include: [] }
	});
	try {
		const { drawAll } = await server.ssrLoadModule('/test/support/pictures/draw.ts');
		return drawAll() as Drawn[];
	} finally {
		await server.close();
	}
}

/** Every picture by the name of its file. */
export async function draw(): Promise<Map<string, Uint8Array>> {
	const charts = await drawnCharts();
	const page = styles('base') + styles('controls');
	const files = new Map<string, Uint8Array>();
	for (const scheme of schemes) {
		const tokens = tokensOf(styles('tokens') + styles('themes'), scheme);
		for (const chart of charts) {
			files.set(`${chart.name}-${scheme}.svg`, new TextEncoder().encode(standalone(chart, page, tokens)));
		}
		for (const { name, frame, rgb } of mapPixels(tokens)) {
			files.set(`${name}-${scheme}.png`, png(rgb, frame.width, frame.height));
		}
	}
	return files;
}

const isPicture = (name: string) => /\.(?:svg|png)$/.test(name);

/** The pictures as they are kept. */
export function keptPictures(): Map<string, Uint8Array> {
	const names = readdirSync(folder).filter(isPicture).sort();
	return new Map(names.map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]));
}

/** Keeps these pictures and no others. */
export function keepPictures(files: ReadonlyMap<string, Uint8Array>): void {
	for (const name of keptPictures().keys()) if (!files.has(name)) rmSync(new URL(name, folder));
	for (const [name, bytes] of files) writeFileSync(new URL(name, folder), bytes);
}

/** What differs between the pictures that are kept and those that are drawn now, a line for each. */
export function differences(
	kept: ReadonlyMap<string, Uint8Array>,
	drawn: ReadonlyMap<string, Uint8Array>
): string[] {
	const names = [...new Set([...kept.keys(), ...drawn.keys()])].sort();
	return names.flatMap((name) => {
		const [before, now] = [kept.get(name), drawn.get(name)];
		if (!before) return [`${name} is new`];
		if (!now) return [`${name} is no longer drawn`];
		if (Buffer.compare(before, now) === 0) return [];
		return [name.endsWith('.svg') ? `${name} changed: ${firstChange(before, now)}` : `${name} changed`];
	});
}

function firstChange(before: Uint8Array, now: Uint8Array): string {
	const [old, fresh] = [before, now].map((bytes) => new TextDecoder().decode(bytes).split('\n'));
	const line = fresh!.findIndex((text, index) => text !== old![index]);
	const short = (text = '') => (text.trim().length > 120 ? `${text.trim().slice(0, 119)}…` : text.trim());
	return line < 0
		? `it ends after line ${fresh!.length}`
		: `line ${line + 1}\n\t- ${short(old![line])}\n\t+ ${short(fresh![line])}`;
}
