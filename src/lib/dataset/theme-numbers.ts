/** Whole numbers from one to another, both included. */
export interface NumberRange {
	readonly from: number;
	readonly to: number;
}

/** Which numbers of themes are as good as the proposed one, and how many are on show: `24 to 30 are equally good; 26 shown`. */
export const asGoodWords = ({ from, to }: NumberRange, shown: number) =>
	`${from} to ${to} are equally good; ${shown} shown`;
