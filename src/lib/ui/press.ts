/** A press of the main button of a pointer: from its mouse event down to the click, or to what ends it instead. */
let isDown = false;
const held: (() => void)[] = [];

function release(): void {
	isDown = false;
	for (const act of held.splice(0)) act();
}

if (typeof document !== 'undefined') {
	// The click belongs to the press: what waits comes before it, and finds its target chosen.
	for (const end of ['click', 'dragend', 'contextmenu']) addEventListener(end, release, true);
	// Where no click follows.
	addEventListener('mouseup', () => setTimeout(release), true);
	addEventListener(
		'mousedown',
		({ button }) => {
			release();
			isDown = button === 0;
		},
		true
	);
}

/**
 * Does something at once, or, while somebody presses something, when the press has found its target: so that nothing
 * moves away under a press that leaves a field. What is held keeps its order.
 */
export function afterPress(act: () => void): void {
	if (isDown) held.push(act);
	else act();
}
