import { readdirSync } from 'node:fs';

import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

const contract = ['lib/base', 'lib/dataset'];
const building = [...contract, 'lib/threads', 'lib/source', 'lib/words', 'lib/themes'];
const asking = [...contract, 'lib/engine', 'lib/themes', 'lib/words', 'lib/queries'];
const showing = [
	...new Set([
		...asking,
		...[
			'threads',
			'source',
			'state',
			'analysis',
			'format',
			'drawing',
			'ui',
			'worker',
			'export',
			'archive'
		].map((name) => `lib/${name}`),
		'lib/zip'
	])
];
/** For each folder, the folders of the project it may import (beside itself). Nothing may import `cli`. */
const mayImport = {
	'lib/base': [],
	'lib/dataset': ['lib/base'],
	'lib/engine': contract,
	'lib/words': ['lib/dataset'],
	'lib/themes': ['lib/dataset'],
	'lib/threads': contract,
	'lib/source': [...contract, 'lib/threads'],
	'lib/zip': [],
	'lib/corpus': [...building, 'lib/zip'],
	'lib/pipeline': [...building, 'lib/format', 'lib/analysis'],
	'lib/format': ['lib/base'],
	'lib/analysis': [...contract, 'lib/format'],
	'lib/database': [...contract, 'lib/engine', 'lib/threads'],
	'lib/queries': [...asking, 'lib/pipeline'],
	'lib/remote': asking,
	'lib/export': [...contract, 'lib/zip'],
	'lib/archive': [...contract, 'lib/export', 'lib/zip'],
	'lib/state': [...asking, 'lib/archive', 'lib/database', 'lib/remote'],
	'lib/drawing': ['lib/format'],
	'lib/ui': [],
	'lib/worker': [...building, 'lib/archive', 'lib/corpus', 'lib/pipeline'],
	'lib/views/parts': [...showing, 'lib/views/parts'],
	'lib/views/charts': [...showing, 'lib/views/parts'],
	'lib/views/pages': [...showing, 'lib/views/parts', 'lib/views/charts'],
	element: [],
	routes: [...contract, 'lib/engine', 'lib/views', 'lib/state', 'lib/export'],
	cli: [
		...new Set([...building, ...asking]),
		'lib/archive',
		'lib/zip',
		'lib/remote',
		'lib/corpus',
		'lib/pipeline',
		'lib/analysis',
		'lib/export',
		'lib/format'
	]
};

const folderZones = Object.entries(mayImport).map(([folder, allowed]) => ({
	target: `./src/${folder}`,
	from: './src',
	except: [...new Set([folder, ...allowed])].map((path) => `./${path}`),
	message: `${folder} may import only ${allowed.join(', ') || 'third-party code'} (see ARCHITECTURE.md)`
}));

/** No page imports another. */
const pages = 'src/lib/views/pages';
const pageZones = readdirSync(pages).map((page) => ({
	target: `./${pages}/${page}`,
	from: `./${pages}`,
	except: [`./${page}`],
	message: 'a page imports parts and charts, never another page (see ARCHITECTURE.md)'
}));
const zones = [...folderZones, ...pageZones];

const pure = [
	'base',
	'dataset',
	'engine',
	'source',
	'themes',
	'threads',
	'words',
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
			'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
			// Needs the types of the whole project, which is two thirds of the time; a unit test looks for them.
			'svelte/no-unused-props': 'off',
			'max-lines-per-function': 'off'
		}
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
					message: 'Its last bits differ between hosts: use the functions of base/math.ts'
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
		// What reads files that others wrote takes time in line with their length.
		files: ['src/lib/corpus/**/*.ts', 'src/lib/pipeline/text/**/*.ts', 'src/cli/input/**/*.ts'],
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential' }]
		}
	},
	{
		files: ['src/lib/drawing/**', 'src/lib/ui/**'],
		rules: { 'no-restricted-imports': ['error', { patterns: ['$app/*', '$lib/*', 'node:*', '@duckdb/*'] }] }
	},
	{
		files: ['test/**/*.ts'],
		rules: {
			'max-lines-per-function': 'off',
			// Playwright's fixtures that need no other one take an empty pattern.
			'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }]
		}
	},
	{
		// A busy machine takes its time: tests wait for a state, and what limits the wait is set once.
		files: ['test/{unit,sql,component,e2e}/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...[
					"Property[key.name='timeout']",
					"CallExpression[callee.object.name='vi'][callee.property.name=/^waitFor/]",
					"CallExpression[callee.object.name='test'][callee.property.name=/^(slow|setTimeout)$/]",
					"CallExpression[callee.property.name='waitForTimeout'] > Literal"
				].map((selector) => ({ selector, message: 'Wait for a state; the two configurations set limits' }))
			]
		}
	}
);
