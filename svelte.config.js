import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: 'build', assets: 'build' }),
		paths: { relative: true },
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
