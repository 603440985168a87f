import type { Manifest } from '../../../dataset/manifest.ts';

/** What the page about a dataset needs: all but the counts behind the overview's charts. */
export type AboutManifest = Omit<Manifest, 'overview'>;
