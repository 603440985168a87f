import { afterEach, expect, it, vi } from 'vitest';

import { answersHeader } from '../../../src/lib/remote/asking.ts';
import { openReader } from '../../../src/lib/state/open-reader.ts';

afterEach(() => void vi.unstubAllGlobals());

const place = {
	dataset: new URL('http://localhost/dataset/'),
	engine: new URL('http://localhost/engine.wasm.gz'),
	fingerprint: '1111222233334444'
};

/** A server that answers when it is told to, and the names of the files that it was asked for. */
function slowServer() {
	const asked: string[] = [];
	let answer: (response: Response) => void = () => {};
	vi.stubGlobal('fetch', (url: URL, { signal }: RequestInit = {}) => {
		asked.push(url.pathname);
		return new Promise<Response>((resolve, reject) => {
			signal?.addEventListener('abort', () => reject(signal.reason as Error));
			if (url.pathname.endsWith('manifest.json')) answer = resolve;
		});
	});
	return { asked, answer: (response: Response) => answer(response) };
}

it('fetches the engine beside the manifest where no server answers questions', async () => {
	const { asked } = slowServer();
	const controller = new AbortController();
	const opening = openReader({ ...place, mayAnswer: false }, () => {}, controller.signal);
	expect(asked.sort()).toEqual(['/dataset/manifest.json', '/engine.wasm.gz']);
	controller.abort(new Error('left'));
	await expect(opening).rejects.toThrow('left');
});

it('fetches no engine before a server that may answer questions has said that it does not', async () => {
	const server = slowServer();
	const { signal } = new AbortController();
	const opening = openReader({ ...place, mayAnswer: true }, () => {}, signal);
	await new Promise((resolve) => setTimeout(resolve));
	server.answer(new Response('{}', { headers: { [answersHeader]: 'yes' } }));
	await expect(opening).rejects.toThrow("The dataset's manifest cannot be read");
	expect(server.asked).toEqual(['/dataset/manifest.json']);
});
