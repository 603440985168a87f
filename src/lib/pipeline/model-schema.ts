import * as v from 'valibot';

import { list, numberRange, real, record, text, whole } from '../dataset/manifest-schema.ts';
import { fitting, ManifestError, requireCut, requireTree } from '../dataset/read-manifest.ts';
import { languageCodes } from '../words/language-names.ts';
import type { ThemeModel } from './model.ts';
import { widthOf } from './space/embed.ts';
import type { PipelineOptions } from './options.ts';

const most = 2_147_483_647;
const ids = 32_767;
const flag = v.boolean('must be true or false');
const auto = (number: ReturnType<typeof whole>) =>
	v.union([v.literal('auto'), number], 'must be auto or a whole number');

const options: v.GenericSchema<unknown, PipelineOptions> = record({
	themes: auto(whole(1, ids)),
	seed: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
	weighting: v.picklist(['bm25', 'tfidf'], 'must be bm25 or tfidf'),
	k1: real(0, 1000),
	b: real(0, 1),
	minDf: auto(whole(1, most)),
	maxDfShare: real(0, 1),
	components: whole(1, 10_000),
	width: whole(1, 10_000),
	wordShare: real(0, 1),
	leastWordShare: real(0, 1),
	wordLength: real(0, most),
	window: whole(0, 1000),
	oversampling: whole(0, 1000),
	powerIterations: whole(0, 1000),
	sampleSize: whole(1, most),
	sampleCharacters: whole(1, Number.MAX_SAFE_INTEGER),
	pointsPerCentroid: whole(1, most),
	restarts: whole(1, 1000),
	leavesPerTheme: real(1, ids),
	termsPerTheme: whole(1, 1000),
	stability: flag,
	stopWords: list(text()),
	language: v.picklist(['auto', ...languageCodes] as const, 'must be the code of a language'),
	synonyms: list(text(100_000)),
	exclusions: list(text())
});

type NumberArray = Float64Array | Float32Array | Int32Array | Int16Array;

/** Numbers from a file of their own, all finite and in a range. */
function numbers<T extends NumberArray>(kind: new (...of: never[]) => T, least: number, above: number) {
	const holds = (values: T) => (values as NumberArray).every((value) => value >= least && value <= above);
	return v.pipe(
		v.custom<T>((value) => value instanceof kind, 'must be the name of a file of numbers'),
		v.check(holds, `must hold numbers from ${least} to ${above}`)
	);
}

const largest = Number.MAX_VALUE;
const matrixOf = <T extends NumberArray>(kind: new (...of: never[]) => T) =>
	v.pipe(
		record({ rows: whole(0, most), columns: whole(0, most), data: numbers(kind, -largest, largest) }),
		v.check(
			({ rows, columns, data }) => data.length === rows * columns,
			'must have rows times columns numbers'
		)
	);
const matrix = matrixOf(Float64Array);

const schema: v.GenericSchema<unknown, ThemeModel> = record({
	version: whole(0, most),
	options,
	vocabulary: record({
		terms: list(text()),
		documentFrequency: numbers(Int32Array, 0, most),
		papers: whole(1, most),
		meanLength: real(0, largest)
	}),
	space: record({
		terms: matrixOf(Float32Array),
		directions: whole(0, 10_000),
		turn: v.nullable(matrix)
	}),
	leafCentroids: matrix,
	themeCentroids: matrix,
	defaultThemes: list(whole(0, ids)),
	similarityP05: numbers(Float32Array, -2, 2),
	nodes: list(
		record({
			themeId: whole(0, ids),
			parentId: v.nullable(whole(0, ids)),
			children: list(whole(0, ids), 2),
			height: real(0, largest),
			inDefault: flag,
			label: text(),
			names: list(list(text(), 2), 100),
			terms: list(record({ term: text(), weight: real() }), 1000),
			coherence: real(),
			stability: v.nullable(real())
		})
	),
	asGood: v.nullable(numberRange),
	curve: list(
		record({
			k: whole(1, ids),
			silhouette: real(),
			calinskiHarabasz: real(),
			stability: v.nullable(real()),
			chosen: flag
		})
	),
	map: record({
		vectors: matrix,
		positions: matrix,
		leafId: numbers(Int16Array, 0, ids),
		nearLeaves: numbers(Int16Array, -1, ids)
	}),
	silhouette: v.nullable(real()),
	diversity: v.nullable(real()),
	notices: list(text(100_000), 1000)
});

const isAscending = (values: readonly (string | number)[]) =>
	values.every((value, place) => place === 0 || (values[place - 1] as typeof value) < value);

/** What of a model must agree, and whether it does. */
function agreements(model: ThemeModel): [string, boolean][] {
	const { vocabulary, space, leafCentroids, themeCentroids, defaultThemes, nodes, map } = model;
	const { terms, documentFrequency } = vocabulary;
	const leaves = leafCentroids.rows;
	const columns = widthOf(space);
	const isIn = (leafId: number) => leafId < leaves;
	const published = nodes.filter(({ inDefault }) => inDefault).map(({ themeId }) => themeId);
	return [
		['vocabulary.terms', isAscending(terms) && documentFrequency.length === terms.length],
		['space.terms', space.terms.rows === terms.length && space.terms.columns > 0],
		['space.directions', space.directions <= space.terms.columns],
		['space.turn', space.turn === null || space.turn.rows === space.terms.columns],
		['leafCentroids', leaves > 0 && leafCentroids.columns === columns],
		['themeCentroids', themeCentroids.rows === defaultThemes.length && themeCentroids.columns === columns],
		['defaultThemes', isAscending(defaultThemes) && published.join() === defaultThemes.join()],
		['similarityP05', model.similarityP05.length === defaultThemes.length],
		['map.vectors', map.vectors.columns === columns],
		['map.positions', map.positions.rows === map.vectors.rows && map.positions.columns === 2],
		['map.leafId', map.leafId.length === map.vectors.rows && map.leafId.every(isIn)],
		['map.nearLeaves', map.nearLeaves.length % leaves === 0 && map.nearLeaves.every(isIn)]
	];
}

/**
 * A value as a model, which may come from anybody: types, ranges and lengths fit, and so do its parts each other.
 * @throws ManifestError in words
 */
export function modelOf(value: unknown): ThemeModel {
	const model = fitting(schema, value, 'it');
	requireTree(model.nodes, model.leafCentroids.rows);
	requireCut(model.nodes, model.defaultThemes);
	const children = model.nodes.map((): number[] => []);
	for (const { themeId, parentId } of model.nodes) if (parentId !== null) children[parentId]?.push(themeId);
	const isSame = model.nodes.every(
		(node) => [...node.children].sort((a, b) => a - b).join() === children[node.themeId]?.join()
	);
	const odd = [...agreements(model), ['nodes', isSame] as const].find(([, holds]) => !holds);
	if (odd) throw new ManifestError(`${odd[0]} does not fit the other parts`);
	return model;
}
