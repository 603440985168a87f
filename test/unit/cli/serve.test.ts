import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { serve } from '../../../src/cli/site/serve.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function site(): string {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'about'));
	writeFileSync(join(folder, 'index.html'), 'home');
	writeFileSync(join(folder, 'about', 'index.html'), 'about');
	writeFileSync(join(folder, '404.html'), 'lost');
	return folder;
}

async function served(env: Record<string, string>): Promise<string> {
	const { address, close } = await serve({ page: site() }, env);
	onTestFinished(close);
	return address;
}

async function occupied(port: number): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	onTestFinished(() => void server.close());
	return (server.address() as AddressInfo).port;
}

describe('the server', () => {
	it('gives pages, sends folders to the address that their links start from, and has a page for what is lost', async () => {
		const address = await served({ PORT: '0' });
		expect(await (await fetch(address)).text()).toBe('home');
		const moved = await fetch(`${address}about?theme=3`, { redirect: 'manual' });
		expect([moved.status, moved.headers.get('location')]).toEqual([308, '/about/?theme=3']);
		expect(await (await fetch(`${address}about`)).text()).toBe('about');
		const lost = await fetch(`${address}nowhere`);
		expect([lost.status, await lost.text()]).toEqual([404, 'lost']);
	});

	it('never leaves its folder or its host', async () => {
		const address = await served({ PORT: '0' });
		expect((await fetch(`${address}..%2f..%2fetc/passwd`)).status).toBe(404);
		const elsewhere = await fetch(`${address}/about`, { redirect: 'manual' });
		expect(elsewhere.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/);
		expect((await fetch(`${address}%E0%A4%A`)).status).toBe(404);
	});

	it('takes the port it is told, and says so when that is taken', async () => {
		const port = await occupied(0);
		await expect(serve({ page: site() }, { PORT: String(port) })).rejects.toThrow(`Port ${port} is taken`);
		await expect(serve({ page: site() }, { PORT: 'http' })).rejects.toThrow(/must be a whole number/);
	});

	it('takes 4173 or the next free port when it is not told', async () => {
		await occupied(4173).catch(() => undefined);
		const port = Number(new URL(await served({})).port);
		expect(port).toBeGreaterThan(4173);
		expect(port).toBeLessThan(4273);
	});
});

describe('the server of a dataset', () => {
	it('serves it under /dataset/ beside the pages, and nothing beside it', async () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, 'dataset'));
		writeFileSync(join(folder, 'dataset', 'manifest.json'), '{}');
		writeFileSync(join(folder, 'secret'), 'secret');
		const folders = { page: site(), dataset: join(folder, 'dataset') };
		const { address, close } = await serve(folders, { PORT: '0' });
		onTestFinished(close);
		expect(await (await fetch(`${address}dataset/manifest.json`)).text()).toBe('{}');
		expect(await (await fetch(address)).text()).toBe('home');
		for (const path of [
			'dataset/..%2fsecret',
			'dataset/%2e%2e/secret',
			'dataset',
			'dataset/',
			'dataset/about'
		]) {
			expect((await fetch(address + path)).status).toBe(404);
		}
	});
});
