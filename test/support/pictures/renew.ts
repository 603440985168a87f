/** Draws every picture anew: `npm run pictures`. */
import { differences, draw, keepPictures, keptPictures } from './pictures.ts';

const drawn = await draw();
const changes = differences(keptPictures(), drawn);
keepPictures(drawn);
console.log([...changes, `${drawn.size} pictures, ${changes.length} of them renewed`].join('\n'));
