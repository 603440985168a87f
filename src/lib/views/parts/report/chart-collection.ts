import type { ChartHost, FramedChart } from '../../../drawing/frames.ts';
import SaveMenu from './SaveMenu.svelte';

/** The charts that the page shows, and what it says in sentences. */
export class ChartCollection implements ChartHost {
	readonly SaveMenu = SaveMenu;
	readonly #charts = new Set<FramedChart>();
	#sentences: () => readonly string[] = () => [];

	add(chart: FramedChart): () => void {
		this.#charts.add(chart);
		return () => this.#charts.delete(chart);
	}

	tell(sentences: () => readonly string[]): () => void {
		this.#sentences = sentences;
		return () => {
			if (this.#sentences === sentences) this.#sentences = () => [];
		};
	}

	told(): readonly string[] {
		return this.#sentences();
	}

	drawn(): FramedChart[] {
		const placed = [...this.#charts].flatMap((chart) => {
			const element = chart.drawing();
			return element ? [{ chart, element }] : [];
		});
		return placed
			.sort((a, b) =>
				a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
			)
			.map(({ chart }) => chart);
	}
}
