import type { ThemeArrangement } from '../themes/arrangement.ts';
import { formatArrangement } from '../themes/syntax.ts';
import type { Arranged } from './rearrange.ts';

/** A state that can be gone back to, and what its selection had become after the change. */
interface Step extends Arranged {
	readonly became: readonly number[];
}

const keyOf = (arrangement: ThemeArrangement) => formatArrangement(arrangement).join();

/** The arrangements that a visit has come through, one for each change of mind. */
export class ArrangementPast {
	#steps = $state.raw<readonly Step[]>([]);
	/** Where the gesture under way began. */
	#start: (Arranged & { gesture: string }) | null = null;

	get canUndo(): boolean {
		return this.#steps.length > 0;
	}

	/** What a change starts from: the state now, or that at the beginning of the gesture that it goes on with. */
	startOf(now: Arranged, gesture: string | undefined): Arranged {
		return gesture !== undefined && this.#start?.gesture === gesture ? this.#start : now;
	}

	/** Notes a change that started from `before`. */
	note(before: Arranged, became: readonly number[], gesture: string | undefined): void {
		const { arrangement, selected } = before;
		const earlier = before === this.#start ? this.#steps.slice(0, -1) : this.#steps;
		this.#steps = [...earlier, { arrangement, selected, became }];
		this.#start = gesture === undefined ? null : { arrangement, selected, gesture };
	}

	/** Ends the gesture under way. */
	settle(): void {
		this.#start = null;
	}

	/** The state before the last change, which is forgotten; `became` tells whether its selection still holds. */
	pop(): Step | null {
		const last = this.#steps.at(-1) ?? null;
		this.#steps = this.#steps.slice(0, -1);
		return last;
	}

	/** The browser's history has led to an arrangement: one step back, or somewhere else altogether. */
	follow(from: ThemeArrangement, to: ThemeArrangement): void {
		if (keyOf(from) === keyOf(to)) return;
		const last = this.#steps.at(-1);
		this.#steps = last && keyOf(last.arrangement) === keyOf(to) ? this.#steps.slice(0, -1) : [];
	}
}
