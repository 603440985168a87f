/** The bins of team sizes as their bars are called, with their least and greatest size. */
export const teamBins = [
	{ label: '1 author', from: 1, to: 1 },
	{ label: '2 authors', from: 2, to: 2 },
	{ label: '3 authors', from: 3, to: 3 },
	{ label: '4–5 authors', from: 4, to: 5 },
	{ label: '6–10 authors', from: 6, to: 10 },
	{ label: '11–20 authors', from: 11, to: 20 },
	{ label: '21+ authors', from: 21, to: 100_000 }
] as const;
