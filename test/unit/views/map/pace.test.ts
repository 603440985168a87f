import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { RasterClient } from '../../../../src/lib/views/pages/map/raster/raster-client.ts';
import type {
	Look,
	RasterRequest,
	RasterResponse
} from '../../../../src/lib/views/pages/map/raster/raster-protocol.ts';
import { plainLook } from '../../../support/plain-look.ts';

/** A worker that draws every picture in ten milliseconds. */
class QuickWorker {
	static readonly asked: { at: number; x: number }[] = [];
	onmessage: ((event: { data: RasterResponse }) => void) | null = null;

	postMessage(request: RasterRequest): void {
		if (request.kind !== 'draw') return;
		const { number, view, frame } = request;
		QuickWorker.asked.push({ at: performance.now(), x: view.x });
		const picture = { bitmap: {} as ImageBitmap, view, frame };
		setTimeout(() => this.onmessage?.({ data: { kind: 'picture', number, picture } }), 10);
	}

	terminate(): void {
		this.onmessage = null;
	}
}

const frame = { width: 300, height: 200 };
const wish = (x: number) => ({ view: { x, y: 0.5, side: 200 }, frame, ratio: 1 });
const look: Look = { ...plainLook, palette: { colours: new Uint8Array(3), faded: [0, 0, 0] } };

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('Worker', QuickWorker);
	QuickWorker.asked.length = 0;
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

it('draws the first picture at once, then one in 50 milliseconds while the map moves, and the last view in the end', () => {
	const shown: number[] = [];
	const client = new RasterClient(({ view }) => shown.push(view.x));
	client.dress(look);
	for (let at = 0; at < 200; at += 8) {
		client.draw(wish(at));
		vi.advanceTimersByTime(8);
	}
	client.draw(wish(1000));
	vi.advanceTimersByTime(500);
	const begun = QuickWorker.asked.map(({ at }) => at);
	expect(QuickWorker.asked[0]!.x).toBe(0);
	expect(begun.length).toBeGreaterThanOrEqual(4);
	expect(Math.min(...begun.slice(1).map((at, i) => at - begun[i]!))).toBeGreaterThanOrEqual(50);
	expect(begun.at(-1)! - begun[0]!).toBeLessThanOrEqual(300);
	expect(shown.at(-1)).toBe(1000);
	expect(shown).toHaveLength(begun.length);
});

it('draws nothing after it was closed', () => {
	const client = new RasterClient(() => {});
	client.dress(look);
	client.draw(wish(1));
	client.draw(wish(2));
	vi.advanceTimersByTime(20);
	client.close();
	vi.advanceTimersByTime(500);
	expect(QuickWorker.asked.map(({ x }) => x)).toEqual([1]);
});
