import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { openDataset } from '../../../src/cli/dataset/open.ts';
import { CommandError, UsageError } from '../../../src/cli/errors.ts';
import { wordRulesFrom } from '../../../src/cli/input/word-rules.ts';
import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { tableIn } from '../../../src/lib/queries/sql/tables.ts';
import { papersWithForms, turbineGroup, type PlantedPaper } from '../../support/forms-of-terms.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const noWords = { language: 'auto' };

function inFolder(files: Record<string, string>): Record<string, string> {
	const folder = temporaryFolder();
	return Object.fromEntries(
		Object.entries(files).map(([name, text]) => {
			const path = join(folder, name);
			writeFileSync(path, text);
			return [name, path];
		})
	);
}

describe('a stop-word file', () => {
	it('gives the same words whatever their order, case and comments', () => {
		const { first, second } = inFolder({
			first: '\uFEFFthe Model # of course\n\ndonnées',
			second: '# mine\r\ndonnées model the the\r\n'
		});
		const read = (path: string | undefined) => wordRulesFrom({ ...noWords, 'stop-words': path }).stopWords;
		expect(read(first)).toEqual(['données', 'model', 'the']);
		expect(read(second)).toEqual(read(first));
		expect(() => read(`${first}-not`)).toThrow(/--stop-words: there is no file/);
	});
});

describe('synonyms and exclusions', () => {
	it('come from files, exclusions also from the command line', () => {
		const { synonyms, exclude } = inFolder({
			synonyms: '# mine\nLLM = large language model\n',
			exclude: 'social media\nnovel # of course\n'
		});
		expect(wordRulesFrom({ ...noWords, synonyms, exclude })).toEqual({
			language: 'auto',
			stopWords: [],
			synonyms: ['LLM = large language model'],
			exclusions: ['novel', 'social media']
		});
		expect(wordRulesFrom({ ...noWords, exclude: 'web, social media' }).exclusions).toEqual([
			'social media',
			'web'
		]);
	});

	it('are refused with file, line and reason', () => {
		const { synonyms } = inFolder({ synonyms: 'a b = c d\nbattery = cell\nLLM\n' });
		const message = (values: Parameters<typeof wordRulesFrom>[0]) => {
			try {
				wordRulesFrom(values);
			} catch (error) {
				expect(error).toBeInstanceOf(CommandError);
				return (error as Error).message;
			}
			return '';
		};
		expect(message({ ...noWords, synonyms })).toBe(
			`${synonyms}, line 1: “a b” has no word of two letters or more.`
		);
		expect(message({ ...noWords, exclude: 'C++' })).toMatch(/^--exclude, line 1: “C\+\+” has a sign/);
		expect(message({ ...noWords, exclude: 'not/there.txt' })).toBe(
			'--exclude: there is no file not/there.txt.'
		);
		expect(() => wordRulesFrom({ language: 'xx' })).toThrow(UsageError);
	});
});

const manifestIn = (folder: string) =>
	JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

const jsonl = (papers: readonly PlantedPaper[]) => papers.map((paper) => JSON.stringify(paper)).join('\n');
const idsWithTerm = (papers: readonly PlantedPaper[]) =>
	papers.flatMap(({ id, form }) => (form === null ? [] : [id]));

async function idsFound(dataset: string, query: string): Promise<string[]> {
	const { stdout } = await runCli(['export', '--dataset', dataset, '--query', query, '--format', 'jsonl']);
	const lines = stdout.split('\n').filter(Boolean);
	return lines.map((line) => (JSON.parse(line) as { source_id: string }).source_id);
}

describe('build and assign', () => {
	it('take the forms of a term for one, keep exclusions from themes, and find both', async () => {
		const old = papersWithForms(60, 1);
		const fresh = papersWithForms(30, 2);
		const { papers, later, synonyms, stop } = inFolder({
			papers: jsonl(old),
			later: jsonl(fresh),
			synonyms: turbineGroup,
			stop: 'novelty'
		}) as Record<'papers' | 'later' | 'synonyms' | 'stop', string>;
		const [out, next] = [`${papers}-out`, `${papers}-next`];
		const words = ['--synonyms', synonyms, '--exclude', 'social media', '--stop-words', stop];
		const built = await runCli([
			'build',
			papers,
			'--out',
			out,
			'--themes',
			'6',
			'--language',
			'en',
			...words
		]);
		expect([built.code, built.stderr.match(/Error.*/)]).toEqual([0, null]);
		const said = {
			synonyms: ['wind turbine = WT, aerogenerator'],
			exclusions: ['social media'],
			stopWords: ['novelty'],
			language: 'en'
		};
		expect(manifestIn(out).parameters).toMatchObject(said);

		const { query, attach, manifest, close } = await openDataset(out);
		for (const file of manifest.files) await attach(file);
		const { columns } = await query(
			`SELECT max(CASE WHEN term = 'wind turbine' THEN document_frequency ELSE 0 END)::INTEGER AS turbines,
				count(*) FILTER (term IN ('wt', 'aerogener'))::INTEGER AS forms,
				count(*) FILTER (term IN ('social', 'media'))::INTEGER AS excluded,
				count(*) FILTER (term LIKE 'novel%')::INTEGER AS stopped FROM ${tableIn('terms')}`
		);
		const named = await query(`SELECT term FROM ${tableIn('theme_terms')}`);
		close();
		const one = (name: string) => columns[name]?.[0];
		expect(['turbines', 'forms', 'excluded', 'stopped'].map(one)).toEqual([10, 0, 2, 0]);
		const terms = new Set<unknown>(Array.from(named.columns.term ?? []));
		expect(terms).toContain('wind turbine');
		for (const term of terms) expect(term).not.toMatch(/social|media|novelty|\bWTs?\b|aerogen/);

		for (const form of ['WT', 'aerogenerator', 'wind turbines', '"wind turbine"']) {
			expect(await idsFound(out, form)).toEqual(idsWithTerm(old));
		}
		expect(await idsFound(out, 'social media')).toHaveLength(old.length);

		expect((await runCli(['assign', later, '--model', out, '--out', next])).code).toBe(0);
		expect(manifestIn(next).parameters).toMatchObject(said);
		expect(await idsFound(next, 'WT')).toEqual(idsWithTerm(fresh));
	});

	it('fail when a list makes no sense, and say where', async () => {
		const { synonyms } = inFolder({ synonyms: 'one = uno\n\nLLM\n' }) as { synonyms: string };
		const { code, stderr } = await runCli(['build', 'data/daily-papers.txt', '--synonyms', synonyms]);
		expect(code).toBe(1);
		expect(stderr).toContain(`${synonyms}, line 3: “LLM” stands alone`);
	});
});
