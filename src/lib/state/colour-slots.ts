/** Colours that a palette offers. */
const slotCount = 8;

export type Slots = ReadonlyMap<number, number>;

/** Themes that own a colour: the eight largest, ties by id. Themes in any order. */
export function ownSlots(themes: readonly { themeId: number; papers: number }[]): Slots {
	const largest = [...themes]
		.sort((a, b) => b.papers - a.papers || a.themeId - b.themeId)
		.slice(0, slotCount);
	return new Map(largest.map(({ themeId }, slot) => [themeId, slot]));
}

/**
 * Colours of themes that were arranged anew: the eight largest own one each, that of the published theme with which
 * they share most papers while it is free, so that what stays the same keeps its colour.
 * @param published colours of the published themes
 * @param shared papers that a published theme has in common with a theme
 */
export function arrangedSlots(
	themes: readonly { themeId: number; papers: number }[],
	published: Slots,
	shared: (publishedId: number, themeId: number) => number
): Slots {
	const largest = [...ownSlots(themes).keys()];
	const pairs = largest
		.flatMap((theme, place) =>
			[...published].map(([id, slot]) => ({ theme, place, slot, papers: shared(id, theme) }))
		)
		.filter(({ papers }) => papers > 0)
		.sort((a, b) => b.papers - a.papers || a.place - b.place || a.slot - b.slot);
	const slots = new Map<number, number>();
	const taken = new Set<number>();
	const give = (theme: number, slot: number) => {
		if (slots.has(theme) || taken.has(slot)) return;
		slots.set(theme, slot);
		taken.add(slot);
	};
	for (const { theme, slot } of pairs) give(theme, slot);
	for (const theme of largest) for (let slot = 0; slot < slotCount; slot++) give(theme, slot);
	return slots;
}

/**
 * Slots lent to selected themes that own none. A loan lasts until its theme is deselected or the owner is
 * selected; new ones take free slots, the smallest owner's first. Themes beyond the eighth get none.
 */
export function lendSlots(owned: Slots, selected: readonly number[], lent: Slots): Slots {
	const taken = new Set(selected.flatMap((theme) => owned.get(theme) ?? []));
	const next = new Map<number, number>();
	const borrowers = selected.filter((theme) => !owned.has(theme));
	for (const theme of borrowers) {
		const slot = lent.get(theme);
		if (slot === undefined || taken.has(slot)) continue;
		taken.add(slot);
		next.set(theme, slot);
	}
	for (const theme of borrowers) {
		if (next.has(theme)) continue;
		const slot = freeSlot(taken);
		if (slot === null) break;
		taken.add(slot);
		next.set(theme, slot);
	}
	return next;
}

function freeSlot(taken: ReadonlySet<number>): number | null {
	for (let slot = slotCount - 1; slot >= 0; slot--) if (!taken.has(slot)) return slot;
	return null;
}

/** The colour of every theme that has one now: an owner keeps its own unless it is lent out. */
export function currentSlots(owned: Slots, lent: Slots): Slots {
	const given = new Set(lent.values());
	return new Map([...[...owned].filter(([, slot]) => !given.has(slot)), ...lent]);
}

/** `12:7 15:6`, in the order of the themes' ids. */
export function formatSlots(slots: Slots): string {
	return [...slots]
		.sort(([a], [b]) => a - b)
		.map(([theme, slot]) => `${theme}:${slot}`)
		.join(' ');
}

/** Reads what `formatSlots` writes; anything else in the text is skipped. */
export function parseSlots(text: string): Slots {
	const slots = new Map<number, number>();
	for (const [, theme, slot] of text.matchAll(/(?<!\S)(\d{1,5}):([0-7])(?!\S)/g)) {
		slots.set(Number(theme), Number(slot));
	}
	return slots;
}
