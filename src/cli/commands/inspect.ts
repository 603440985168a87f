import { formatLabel } from '../../lib/corpus/formats/registry.ts';
import { lackingWords } from '../../lib/dataset/compatible.ts';
import type { Manifest } from '../../lib/dataset/manifest.ts';
import { datedRange } from '../../lib/format/format.ts';
import { countProblems } from '../../lib/queries/count-problems.ts';
import { DatasetQueries } from '../../lib/queries/dataset-queries.ts';
import { datasetFolder } from '../archive/unpack.ts';
import { readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { verifyChecksums } from '../dataset/checksums.ts';
import { openDataset, type OpenDataset } from '../dataset/open.ts';
import { readManifest } from '../dataset/read.ts';
import { verifyTables } from '../dataset/verify-tables.ts';
import { CommandError, UsageError } from '../errors.ts';
import { counted, grouped } from '../terminal/numbers.ts';
import { say } from '../terminal/print.ts';
import { mergedBy } from '../terminal/summary.ts';

const usage = `corpuscope inspect FOLDER | FILE.corpuscope.zip

Says what is in a dataset and verifies it: the checksum of every file, the rows of every table, and the counts that its
manifest states.
Ends with 0 when all is as it was written, 1 when not, 2 when called wrongly.`;

function described(manifest: Manifest): string[] {
	const { title, listed, generator, schemaVersion, fingerprint, seed, counts, quality } = manifest;
	const range = datedRange(manifest);
	const share = (count: number) => `${grouped(count)} of ${grouped(counts.papers)}`;
	return [
		`Title: ${title ?? '(none stated)'}${listed === null ? '' : `, listed ${listed}`}`,
		`Made by: ${generator.name} ${generator.version}, dataset form ${schemaVersion}`,
		...[lackingWords(manifest)].filter((words) => words !== null),
		`Fingerprint: ${fingerprint}, seed ${seed}`,
		`Papers: ${grouped(counts.papers)} in ${counted(counts.themes, 'theme')} (${counted(counts.leaves, 'leaf', 'leaves')})`,
		`Dated: ${share(counts.dated)}${range === null ? '' : `, from ${range[0]} to ${range[1]}`}`,
		`Team size known: ${share(counts.withTeamSize)}`,
		`With an abstract: ${share(counts.withAbstract)}`,
		`Duplicates merged: ${grouped(counts.duplicates)}${mergedBy(manifest.inputs)}; rejected: ${grouped(counts.rejected)}`,
		`Coherence: ${quality.coherence?.toFixed(3) ?? '-'}; diversity: ${quality.diversity?.toFixed(3) ?? '-'}; silhouette: ${quality.silhouette?.toFixed(3) ?? '-'}`
	];
}

function listed(manifest: Manifest): string[] {
	return [
		'Inputs:',
		...manifest.inputs.map(
			({ file, bytes, format, records }) =>
				`  ${file} (${formatLabel(format)}, ${counted(records, 'record')}, ${grouped(bytes)} bytes)`
		),
		'Parameters:',
		...Object.entries(manifest.parameters).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
		...manifest.notices.map((notice) => `Note: ${notice}`),
		'Themes:',
		...manifest.themes.map(
			({ themeId, label, papers }) =>
				`  ${String(themeId).padStart(4)} ${grouped(papers).padStart(9)}  ${label}`
		),
		'Tables:',
		...manifest.tables.map(({ name, rows }) => `  ${name}: ${counted(rows, 'row')}`)
	];
}

/** What the manifest counts otherwise than the rows do: a manifest is a file like any other, and may be forged. */
const verifyCounts = (dataset: OpenDataset, signal: AbortSignal) =>
	countProblems(dataset, new DatasetQueries(dataset, dataset.manifest), dataset.manifest, signal);

async function verify(folder: string, name: string, signal: AbortSignal): Promise<void> {
	const problems = await verifyChecksums(folder);
	if (problems.length === 0) {
		const dataset = await openDataset(folder);
		try {
			problems.push(...(await verifyTables(dataset, signal)));
			if (problems.length === 0) problems.push(...(await verifyCounts(dataset, signal)));
		} finally {
			dataset.close();
		}
	}
	if (problems.length === 0) return;
	throw new CommandError(
		`${name} is not as it was written:\n${problems.map((problem) => `  ${problem}`).join('\n')}\nBuild it again, or copy it again from where it came.`
	);
}

async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
	const { positionals } = readArguments({ args: [...args], allowPositionals: true, options: {} });
	const [name] = positionals;
	if (name === undefined || positionals.length > 1) {
		throw new UsageError(`inspect needs one dataset.\n\n${usage}`);
	}
	const folder = await datasetFolder(name, signal);
	const manifest = readManifest(folder);
	say(...described(manifest), ...listed(manifest));
	await verify(folder, name, signal);
	say('Checksums: every file and every table is as it was written.');
}

/** What is in a dataset, and whether it is as it was written. */
export const inspect: Command = { usage, run, readsDatasets: true };
