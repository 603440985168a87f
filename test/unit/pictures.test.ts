import { expect, it } from 'vitest';

import { differences, draw, keptPictures } from '../support/pictures/pictures.ts';

it('draws every chart and the map as the pictures show them, byte for byte', async () => {
	const changes = differences(keptPictures(), await draw());
	if (changes.length > 0) {
		throw new Error(
			`${changes.length} of the pictures in test/pictures differ from what is drawn now.\n` +
				`If the drawing was meant to change, \`npm run pictures\` renews them.\n${changes.join('\n')}`
		);
	}
	expect(changes).toEqual([]);
});
