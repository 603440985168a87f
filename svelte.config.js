import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: 'build', assets: 'build', fallback: '404.html' }),
		paths: { relative: true },
		typescript: {
			config: (config) => ({
				...config,
				include: [...config.include, '../test/**/*.ts', '../test/**/*.svelte', '../eslint.config.js']
			})
		}
	}
};
