/** How far something has come, in whatever it counts: papers, rows, bytes. */
export interface Progress {
	done: number;
	/** `null` while the amount is unknown. */
	total: number | null;
}

export type OnProgress = (progress: Progress) => void;
