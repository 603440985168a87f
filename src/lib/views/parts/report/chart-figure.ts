import { tokenColour } from '../../../drawing/colour.ts';
import type { FramedChart } from '../../../drawing/frames.ts';
import { figureSvg } from '../../../export/figure-svg.ts';
import { withDensity } from '../../../export/png-density.ts';
import { drawingSvg, printScale } from './drawing-svg.ts';
import { widthOf } from './text-lines.ts';

export interface Figure {
	readonly svg: string;
	/** In pixels of the page, 96 to the inch. */
	readonly width: number;
	readonly height: number;
}

const dpi = 300;

/** A chart as a file of its own: what is drawn, with title, headline, caption and source. */
export async function chartFigure(chart: FramedChart, source: string): Promise<Figure> {
	const element = chart.drawing();
	if (!element) throw new Error('The chart is not drawn yet.');
	const style = getComputedStyle(element);
	const colour = (name: string, usual: string) => tokenColour(style, name) || usual;
	const font = style.fontFamily;
	return figureSvg({
		drawing: await drawingSvg(element),
		title: chart.title,
		headline: chart.headline,
		caption: chart.caption,
		source,
		colours: {
			ground: colour('--ground', '#ffffff'),
			ink: colour('--ink', '#000000'),
			soft: colour('--ink-soft', '#444444')
		},
		font,
		measure: (text, size, weight) => widthOf(text, `${weight} ${size}px ${font}`)
	});
}

function loaded(address: string): Promise<HTMLImageElement> {
	return new Promise((resolve, reject) => {
		const image = new Image();
		image.onload = () => resolve(image);
		image.onerror = () => reject(new Error('The browser could not draw the chart.'));
		image.src = address;
	});
}

/** A figure as a PNG of 300 dots per inch. */
export async function figurePng({ svg, width, height }: Figure): Promise<Blob> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = await loaded(address);
		const canvas = document.createElement('canvas');
		canvas.width = Math.ceil(width * printScale);
		canvas.height = Math.ceil(height * printScale);
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		if (!blob) throw new Error('The picture is too large for this browser.');
		return new Blob([withDensity(new Uint8Array(await blob.arrayBuffer()), dpi)], { type: 'image/png' });
	} finally {
		URL.revokeObjectURL(address);
	}
}
