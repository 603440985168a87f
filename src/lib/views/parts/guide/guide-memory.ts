import { writeStored, type KeyValueStore } from '../../../state/storage.ts';

/** Also read by the script in `app.html`, which shows the guide before the first paint where nothing is stored. */
const guideKey = 'corpuscope:guide';

/** Puts the guide away, for later visits too. */
export function closeGuide(store: KeyValueStore | null): void {
	writeStored(store, guideKey, 'seen');
	delete document.documentElement.dataset.guide;
}

/** Shows the guide again until it is put away. */
export function openGuide(): void {
	document.documentElement.dataset.guide = 'open';
}
