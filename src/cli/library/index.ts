import { stageNames } from '../../lib/source/hooks.ts';
import { replaceOutput, requireOutputPlace } from '../archive/replace.ts';
import { buildFrom, buildOptions, type WantedBuild } from '../input/build-options.ts';
import { inputPaths } from '../input/input-paths.ts';
import { refuseOverwriting } from '../output-place.ts';
import { buildInThread } from '../worker/client.ts';
import type { BuildRequest, BuiltDataset, buildDataset as declared } from './declarations.d.ts';

/** A request as the command line would have it, so that both check it the same way. */
function wantedFrom(request: BuildRequest): WantedBuild {
	const { themes, seed, weighting, title, columns = {} } = request;
	return buildFrom({
		themes: String(themes ?? buildOptions.themes.default),
		seed: String(seed ?? buildOptions.seed.default),
		weighting: weighting ?? buildOptions.weighting.default,
		title,
		stability: false,
		language: buildOptions.language.default,
		format: buildOptions.format.default,
		column: Object.entries(columns).map(([field, name]) => `${field}=${name}`),
		'keep-duplicates': request.keepDuplicates ?? false,
		strict: request.strict ?? false
	});
}

/** See `declarations.d.ts`, which whoever installs the package gets. */
export const buildDataset: typeof declared = async (request) => {
	const { out, onProgress, signal = new AbortController().signal } = request;
	const inputs = [request.inputs].flat();
	const wanted = wantedFrom(request);
	refuseOverwriting([out], inputs);
	requireOutputPlace(out);
	const paths = await inputPaths(inputs, signal);
	refuseOverwriting([out], paths);
	const { manifest, rejections } = await replaceOutput(
		out,
		(folder) =>
			buildInThread(
				{ ...wanted, paths, folder },
				({ stage, done, total }) => onProgress?.({ stage: stageNames[stage], done, total }),
				signal
			),
		signal
	);
	const { title, fingerprint, counts, themes } = manifest;
	const { papers, duplicates, rejected } = counts;
	return {
		out,
		title,
		fingerprint,
		counts: { papers, duplicates, rejected },
		themes: themes.map(({ themeId, label, papers }) => ({ themeId, label, papers })),
		rejections: rejections.map(({ file, record, reason }) => ({ file, record, reason }))
	} satisfies BuiltDataset;
};
