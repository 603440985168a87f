import { mount } from 'svelte';

import '../../../src/lib/ui/styles/app.css';
import Gallery from './Gallery.svelte';

const wanted = new URLSearchParams(location.search);
const corpora = ['usual', 'many', 'empty', 'single'] as const;

mount(Gallery, {
	target: document.body,
	props: { corpus: corpora.find((corpus) => corpus === wanted.get('corpus')) ?? 'usual' }
});
