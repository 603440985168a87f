/** Line drawings on a grid of 16 by 16, as SVG paths. */
export const icons = {
	close: 'M4 4l8 8M12 4l-8 8',
	search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.5 10.5L14 14',
	up: 'M4 10l4-4 4 4',
	down: 'M4 6l4 4 4-4',
	left: 'M10 4L6 8l4 4',
	right: 'M6 4l4 4-4 4',
	undo: 'M5 4L2 7l3 3M2 7h8a4 4 0 0 1 0 8H7',
	redo: 'M11 4l3 3-3 3M14 7H6a4 4 0 0 0 0 8h3',
	filter: 'M2 4h12M4.5 8h7M7 12h2',
	download: 'M8 2v8M4.5 7L8 10.5 11.5 7M2 14h12',
	link: 'M6.5 9.5l3-3M7 4.5l1.5-1.5a3 3 0 0 1 4.5 4.5L11.5 9M9 11.5L7.5 13A3 3 0 0 1 3 8.5L4.5 7',
	menu: 'M2 4h12M2 8h12M2 12h12',
	theme: 'M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12',
	add: 'M8 3v10M3 8h10',
	check: 'M3 8.5l3.5 3.5L13 4.5',
	star: 'M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.4l-3.9 2.2.9-4.3-3.2-3 4.3-.5z',
	grip: 'M5.5 4h.01M5.5 8h.01M5.5 12h.01M10.5 4h.01M10.5 8h.01M10.5 12h.01'
} as const;

export type IconName = keyof typeof icons;
