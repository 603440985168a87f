import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import adapter from '@sveltejs/adapter-static';

/** The inline script of `app.html`, which SvelteKit does not hash by itself. */
const [, firstScript] = /<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8')) ?? [];
const scriptHash = createHash('sha256')
	.update(firstScript ?? '')
	.digest('base64');

/** What differs where the pages are not the site of `static/dataset`; `PAGE_KIND` in `src/app.d.ts` tells the kinds. */
const kinds = {
	site: { out: 'build', kit: {} },
	package: {
		out: 'dist/page',
		kit: {
			outDir: '.svelte-kit/package',
			files: { assets: '.svelte-kit/package-assets', serviceWorker: 'src/no-service-worker' }
		}
	},
	file: {
		out: '.svelte-kit/file-page',
		kit: {
			outDir: '.svelte-kit/file',
			files: { assets: 'src/no-assets', serviceWorker: 'src/no-service-worker' },
			output: { bundleStrategy: 'inline' },
			// A file has one address, and what it shows can only stand behind its #.
			router: { type: 'hash' }
		}
	}
};
const kind = process.env.CORPUSCOPE_PAGE ?? 'site';
const { out, kit } = kinds[kind];
/** What may be loaded: a page that is one file has all it needs, and asks nobody for anything. */
const self = kind === 'file' ? [] : ['self'];

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		...kit,
		adapter: adapter({ pages: out, assets: out }),
		paths: { relative: true },
		// Registered once the query engine runs, so that nothing is fetched twice at the same time.
		serviceWorker: { register: false },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': kind === 'file' ? ['none'] : self,
				'script-src': [...self, 'wasm-unsafe-eval', `sha256-${scriptHash}`],
				'style-src': self,
				// Charts are prerendered with positions and colours in style attributes; style elements stay forbidden.
				'style-src-attr': ['unsafe-inline'],
				'img-src': [...self, 'blob:', 'data:'],
				// The engine's worker reads the inflated WebAssembly from a blob, and a page that is one file its parts.
				'connect-src': [...self, 'blob:'],
				...(kind === 'file' ? { 'worker-src': ['blob:'] } : {}),
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['none']
			}
		},
		typescript: {
			config: (config) => ({
				...config,
				include: [
					...config.include,
					'../test/**/*.ts',
					'../test/**/*.svelte',
					'../eslint.config.js',
					'../playwright.config.ts'
				]
			})
		}
	}
};
