import { describe, expect, it } from 'vitest';

import { EngineSession, type Boot } from '../../../src/lib/state/engine-session.svelte.ts';

class FakeEngine {
	closed = false;
	close() {
		this.closed = true;
	}
}

/** A boot that each test ends by hand, attempt by attempt. */
function manualBoot() {
	const attempts: {
		succeed(engine: FakeEngine): void;
		fail(error: Error): void;
		report: Parameters<Boot<FakeEngine>>[0];
	}[] = [];
	const boot: Boot<FakeEngine> = (report) =>
		new Promise((succeed, fail) => attempts.push({ succeed, fail, report }));
	return { boot, attempts };
}

const live = () => new AbortController().signal;

describe('an engine session', () => {
	it('starts once, says how far it is, and answers who waited', async () => {
		const { boot, attempts } = manualBoot();
		const session = new EngineSession(boot);
		expect(session.status.kind).toBe('idle');
		const waiting = [session.use(live()), session.use(live())];
		void session.start();
		expect(attempts).toHaveLength(1);
		attempts[0]?.report({ step: 'Starting the query engine', done: 3, total: 7 });
		expect(session.status).toMatchObject({ kind: 'loading', done: 3, total: 7 });
		const engine = new FakeEngine();
		attempts[0]?.succeed(engine);
		expect(await Promise.all(waiting)).toEqual([engine, engine]);
		expect(session.status).toEqual({ kind: 'ready' });
		expect(await session.use(live())).toBe(engine);
	});

	it('keeps those waiting through a failure and answers them after a retry', async () => {
		const { boot, attempts } = manualBoot();
		const session = new EngineSession(boot);
		const waiting = session.use(live());
		attempts[0]?.fail(new Error('404 for duckdb-eh.wasm.gz'));
		await new Promise((resolve) => setTimeout(resolve));
		expect(session.status).toEqual({ kind: 'failed', reason: '404 for duckdb-eh.wasm.gz' });
		void session.start();
		const engine = new FakeEngine();
		attempts[1]?.succeed(engine);
		expect(await waiting).toBe(engine);
	});

	it('says that an engine has died, and starts another one on a retry', async () => {
		const { boot, attempts } = manualBoot();
		const session = new EngineSession(boot);
		void session.start();
		let die: (error: Error) => void = () => {};
		const died = new Promise<Error>((resolve) => (die = resolve));
		const first = Object.assign(new FakeEngine(), { died });
		attempts[0]?.succeed(first);
		await session.use(live());
		die(new Error('It has stopped.'));
		await new Promise((resolve) => setTimeout(resolve));
		expect(session.status).toEqual({ kind: 'failed', reason: 'It has stopped.', stopped: true });
		expect(first.closed).toBe(true);
		const waiting = session.use(live());
		void session.start();
		const second = new FakeEngine();
		attempts[1]?.succeed(second);
		expect(await waiting).toBe(second);
	});

	it('lets a caller leave', async () => {
		const { boot } = manualBoot();
		const session = new EngineSession(boot);
		const controller = new AbortController();
		const waiting = session.use(controller.signal);
		controller.abort(new Error('no longer needed'));
		await expect(waiting).rejects.toThrow('no longer needed');
		await expect(session.use(controller.signal)).rejects.toThrow('no longer needed');
	});

	it('closes an engine that arrives after it was closed', async () => {
		const { boot, attempts } = manualBoot();
		const session = new EngineSession(boot);
		const start = session.start();
		await session.close();
		const engine = new FakeEngine();
		attempts[0]?.succeed(engine);
		await start;
		expect(engine.closed).toBe(true);
		expect(session.status).toEqual({ kind: 'idle' });
	});
});
