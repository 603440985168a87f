import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

/** For each folder, the folders of the project it may import (beside itself). Nothing may import `cli`. */
const mayImport = {
	'lib/dataset': [],
	'lib/zip': [],
	'lib/corpus': ['lib/zip', 'lib/dataset'],
	'lib/pipeline': ['lib/format', 'lib/dataset'],
	'lib/format': [],
	'lib/analysis': ['lib/format', 'lib/dataset'],
	'lib/database': ['lib/dataset'],
	'lib/queries': ['lib/pipeline', 'lib/dataset'],
	'lib/export': ['lib/dataset'],
	'lib/archive': ['lib/export', 'lib/zip', 'lib/dataset'],
	'lib/state': ['lib/archive', 'lib/database', 'lib/queries', 'lib/dataset'],
	'lib/charts': ['lib/format'],
	'lib/ui': [],
	'lib/worker': ['lib/archive', 'lib/corpus', 'lib/pipeline', 'lib/dataset'],
	'lib/views': [
		'lib/state',
		'lib/queries',
		'lib/analysis',
		'lib/format',
		'lib/charts',
		'lib/ui',
		'lib/worker',
		'lib/export',
		'lib/archive',
		'lib/zip',
		'lib/dataset'
	],
	routes: ['lib/views', 'lib/state', 'lib/dataset'],
	cli: [
		'lib/archive',
		'lib/zip',
		'lib/corpus',
		'lib/pipeline',
		'lib/dataset',
		'lib/queries',
		'lib/export',
		'lib/format'
	]
};

const zones = Object.entries(mayImport).map(([folder, allowed]) => ({
	target: `./src/${folder}`,
	from: './src',
	except: [folder, ...allowed].map((path) => `./${path}`),
	message: `${folder} may import only ${allowed.join(', ') || 'third-party code'} (see ARCHITECTURE.md)`
}));

const pure = [
	'dataset',
	'zip',
	'corpus',
	'pipeline',
	'analysis',
	'queries',
	'export',
	'archive',
	'format'
].map((f) => `src/lib/${f}/**/*.ts`);

const hostMath = [
	'random',
	'log',
	'log2',
	'log10',
	'log1p',
	'exp',
	'expm1',
	'pow',
	'sin',
	'cos',
	'tan',
	'asin',
	'acos',
	'atan',
	'atan2',
	'sinh',
	'cosh',
	'tanh',
	'cbrt',
	'hypot'
];

export default ts.config(
	{
		ignores: ['node_modules/', '.svelte-kit/', 'build/', 'dist/', 'static/', 'test-results/']
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			// For Svelte components that a TypeScript file imports.
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] }
		},
		plugins: { 'import-x': importX },
		settings: {
			'import-x/extensions': ['.ts', '.js', '.svelte'],
			'import-x/parsers': {
				'@typescript-eslint/parser': ['.ts', '.js'],
				'svelte-eslint-parser': ['.svelte']
			},
			'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })]
		},
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'import-x/no-restricted-paths': ['error', { zones }],
			'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
			eqeqeq: ['error', 'always']
		}
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		rules: {
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		},
		rules: { 'svelte/no-at-html-tags': 'error', 'max-lines-per-function': 'off' }
	},
	{
		// Views are given addresses that routes have resolved.
		files: ['src/lib/views/**/*.svelte'],
		rules: { 'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }] }
	},
	{
		files: pure,
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: ['svelte', 'svelte/*', '$app/*', '$lib/*', 'node:*', '@duckdb/*'] }
			],
			'no-restricted-globals': [
				'error',
				'Date',
				'Intl',
				'performance',
				'document',
				'window',
				'navigator',
				'process',
				'crypto',
				'setTimeout'
			],
			'no-restricted-properties': [
				'error',
				...hostMath.map((property) => ({
					object: 'Math',
					property,
					message: 'Its last bits differ between hosts: use the functions of dataset/math.ts'
				}))
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'MemberExpression[property.name=/^(localeCompare|toLocale.*)$/]',
					message: 'Depends on the host’s locale'
				},
				{ selector: "BinaryExpression[operator='**']", message: 'Its last bits differ between hosts' }
			]
		}
	},
	{
		files: ['src/lib/charts/**', 'src/lib/ui/**'],
		rules: { 'no-restricted-imports': ['error', { patterns: ['$app/*', '$lib/*', 'node:*', '@duckdb/*'] }] }
	},
	{
		files: ['test/**/*.ts'],
		rules: {
			'max-lines-per-function': 'off',
			// Playwright's fixtures that need no other one take an empty pattern.
			'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }]
		}
	}
);
