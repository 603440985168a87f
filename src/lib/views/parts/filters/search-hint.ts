import { foldsAccents } from '../../../dataset/compatible.ts';
import type { Site } from '../../../state/site.ts';

const syntax = 'All words must occur. Also: "a phrase", one OR another, -without, title:word, author:name.';

/** How to write a search, in one line, and what it cannot do with a dataset of an earlier version. */
export function searchHint({ schemaVersion }: Pick<Site, 'schemaVersion'>): string {
	const apart = 'Accents count in this older dataset.';
	return foldsAccents(schemaVersion) ? syntax : `${syntax} ${apart}`;
}
