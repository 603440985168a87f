export interface LabelWish {
	/** Where the label would stand if it were alone: its middle, in pixels. */
	y: number;
	/** Its height in pixels. */
	height: number;
}

interface Block {
	members: number[];
	height: number;
	/** Sum over the members of the top the block would need for that member to stand at its wish. */
	wishedTop: number;
	top: number;
}

const settle = (block: Block, from: number, to: number) => {
	const wished = block.wishedTop / block.members.length;
	block.top = Math.max(from, Math.min(to - block.height, wished));
};

function merge(above: Block, below: Block): Block {
	return {
		members: [...above.members, ...below.members],
		height: above.height + below.height,
		wishedTop: above.wishedTop + below.wishedTop - above.height * below.members.length,
		top: 0
	};
}

/**
 * Moves labels of a column apart so that none overlap, each as near to its wish as least squares allows
 * (pool adjacent violators), in the order of the wishes.
 *
 * @param from top of the column in pixels
 * @param to bottom; labels that do not fit together run over it rather than over each other
 * @returns the middle of each label, in the order given
 */
export function spreadLabels(wishes: readonly LabelWish[], from: number, to: number): number[] {
	const order = wishes.map((_, index) => index).sort((a, b) => wishes[a]!.y - wishes[b]!.y || a - b);
	const blocks: Block[] = [];
	for (const index of order) {
		const { y, height } = wishes[index]!;
		let block: Block = { members: [index], height, wishedTop: y - height / 2, top: 0 };
		settle(block, from, to);
		for (let above = blocks.at(-1); above && above.top + above.height > block.top; above = blocks.at(-1)) {
			blocks.pop();
			block = merge(above, block);
			settle(block, from, to);
		}
		blocks.push(block);
	}
	return middles(blocks, wishes);
}

function middles(blocks: readonly Block[], wishes: readonly LabelWish[]): number[] {
	const placed = new Array<number>(wishes.length).fill(0);
	for (const block of blocks) {
		let top = block.top;
		for (const index of block.members) {
			const { height } = wishes[index]!;
			placed[index] = top + height / 2;
			top += height;
		}
	}
	return placed;
}

/** How many labels of a height fit into a column. */
export function labelsThatFit(column: number, height: number): number {
	return Math.max(0, Math.floor(column / height));
}
