import { beforeEach, describe, expect, it } from 'vitest';

import { HistoryWriter } from '../../../src/lib/state/history-writer.ts';

/** A browser history with a clock that is turned by hand. */
class Fake {
	entries = [''];
	writes = 0;
	#waiting: (() => void) | null = null;

	readonly navigation = {
		push: (search: string) => {
			this.writes++;
			this.entries.push(search);
		},
		replace: (search: string) => {
			this.writes++;
			this.entries[this.entries.length - 1] = search;
		}
	};
	readonly delay = (callback: () => void) => {
		this.#waiting = callback;
		return () => {
			if (this.#waiting === callback) this.#waiting = null;
		};
	};
	pause() {
		const callback = this.#waiting;
		this.#waiting = null;
		callback?.();
	}
}

let fake: Fake;
let writer: HistoryWriter;
beforeEach(() => {
	fake = new Fake();
	writer = new HistoryWriter(fake.navigation, '', fake.delay);
});

describe('a finished change', () => {
	it('is one entry each', () => {
		writer.commit('?a=1');
		writer.commit('?a=2');
		expect(fake.entries).toEqual(['', '?a=1', '?a=2']);
	});

	it('writes nothing when nothing changed', () => {
		writer.commit('?a=1');
		writer.commit('?a=1');
		writer.amend('?a=1');
		expect(fake.writes).toBe(1);
	});
});

describe('a gesture', () => {
	it('is one entry, written after a pause and replaced from then on', () => {
		writer.during('query', '?q=r');
		writer.during('query', '?q=re');
		expect(fake.entries).toEqual(['']);
		fake.pause();
		expect(fake.entries).toEqual(['', '?q=re']);
		writer.during('query', '?q=rea');
		fake.pause();
		expect(fake.entries).toEqual(['', '?q=rea']);
	});

	it('is written at its end without waiting', () => {
		writer.during('date', '?date=2024');
		writer.settle();
		expect(fake.entries).toEqual(['', '?date=2024']);
		fake.pause();
		expect(fake.writes).toBe(1);
	});

	it('ends where another one or a finished change begins', () => {
		writer.during('query', '?q=r');
		writer.during('date', '?q=r&date=2024');
		writer.commit('?q=r&date=2024&theme=1');
		expect(fake.entries).toEqual(['', '?q=r', '?q=r&date=2024', '?q=r&date=2024&theme=1']);
	});

	it('starts a new entry when the same kind of gesture begins again', () => {
		writer.during('date', '?date=2023');
		writer.settle();
		writer.during('date', '?date=2024');
		writer.settle();
		expect(fake.entries).toEqual(['', '?date=2023', '?date=2024']);
	});

	it('leaves no entry when it ends where it began before the first pause', () => {
		writer.during('date', '?date=2023');
		writer.during('date', '');
		writer.settle();
		expect(fake.writes).toBe(0);
	});
});

describe('an address that changed by itself', () => {
	it('calls off what was not written yet', () => {
		writer.during('query', '?q=r');
		writer.adopt('?theme=3');
		fake.pause();
		expect(fake.writes).toBe(0);
		writer.commit('?theme=3');
		expect(fake.writes).toBe(0);
	});

	it('is not an entry when the page amends it', () => {
		writer.amend('?dataset=1');
		expect(fake.entries).toEqual(['?dataset=1']);
	});
});
