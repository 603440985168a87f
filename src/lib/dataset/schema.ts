import { identifiers, statements, type Field } from './fields.ts';

/** Version of the tables below; a reader refuses a dataset with another major version. */
export const schemaVersion = '1.7';

export type SqlType = 'SMALLINT' | 'INTEGER' | 'FLOAT' | 'BOOLEAN' | 'DATE' | 'VARCHAR' | 'BLOB';

export interface Column<T extends SqlType = SqlType, N extends boolean = boolean> {
	readonly type: T;
	readonly nullable: N;
	/** Meaning and unit, as printed in the documentation. */
	readonly note: string;
	/** Version of the schema that brought it, where the oldest that is read lacks it. */
	readonly since?: string;
}

/** Which files of a dataset hold a table. Every group but `dataset` is cut into numbered parts. */
export type FileGroup = 'dataset' | 'texts' | 'authors' | 'keywords' | 'affiliations' | 'vectors' | 'search';

export interface Table {
	readonly group: FileGroup;
	/** Columns by which rows are ordered in the files. */
	readonly key: readonly string[];
	/** Version of the schema that brought it, where the oldest that is read lacks it. */
	readonly since?: string;
	readonly columns: Readonly<Record<string, Column>>;
}

const is = <const T extends SqlType>(type: T, note: string) => ({ type, nullable: false, note }) as const;
const maybe = <const T extends SqlType>(type: T, note: string) => ({ type, nullable: true, note }) as const;

type ColumnsOf<F extends Readonly<Record<string, Field>>> = {
	readonly [N in keyof F as F[N]['column']]: Column<F[N]['type'], true>;
};
const columnsOf = <F extends Readonly<Record<string, Field>>>(fields: F) =>
	Object.fromEntries(
		Object.values<Field>(fields).map(({ column, since, type, note }) => [
			column,
			{ ...maybe(type, note), ...(since === undefined ? {} : { since }) }
		])
	) as ColumnsOf<F>;

const paperId = is('INTEGER', '0 to n-1 in input order');

/** The one declaration from which row types, DDL, validation, CSV headers and documentation derive. */
export const tables = {
	papers: {
		group: 'dataset',
		key: ['paper_id'],
		columns: {
			paper_id: paperId,
			...columnsOf(identifiers),
			title: is('VARCHAR', 'title; empty when the source has none'),
			has_abstract: is('BOOLEAN', 'false for a record with a title only'),
			published: maybe('DATE', 'first day of the stated period'),
			date_precision: maybe('VARCHAR', 'day, month or year'),
			team_size: maybe('INTEGER', 'number of authors, at least 1'),
			...columnsOf(statements),
			theme_id: is('SMALLINT', 'theme at the default cut'),
			leaf_id: is('SMALLINT', 'leaf of the theme tree'),
			similarity: is('FLOAT', 'cosine to the centroid of its theme, -1 to 1'),
			second_theme_id: maybe('SMALLINT', 'next nearest theme at the default cut'),
			margin: is('FLOAT', 'similarity minus the similarity to the second theme'),
			x: is('FLOAT', 'position on the map, 0 to 1'),
			y: is('FLOAT', 'position on the map, 0 to 1')
		}
	},
	themes: {
		group: 'dataset',
		key: ['theme_id'],
		columns: {
			theme_id: is('SMALLINT', 'node of the theme tree; leaves come first'),
			parent_id: maybe('SMALLINT', 'node it merges into; none at the root'),
			is_leaf: is('BOOLEAN', 'has no sub-themes'),
			in_default: is('BOOLEAN', 'is one of the published themes'),
			height: is('FLOAT', 'Ward distance of its merge, 0 for leaves; never below a child'),
			label: is('VARCHAR', 'readable name, distinct among published themes'),
			size: is('INTEGER', 'papers'),
			cohesion: is('FLOAT', 'mean cosine of its papers to its centroid'),
			coherence: is('FLOAT', 'NPMI of its top ten terms, -1 to 1'),
			stability: maybe('FLOAT', 'share of its papers that stay together over refits'),
			similarity_p05: is('FLOAT', '5th percentile of its papers’ similarities')
		}
	},
	theme_terms: {
		group: 'dataset',
		key: ['theme_id', 'rank'],
		columns: {
			theme_id: is('SMALLINT', 'node of the theme tree'),
			rank: is('INTEGER', 'from 1'),
			term: is('VARCHAR', 'readable surface form'),
			weight: is('FLOAT', 'class-based TF-IDF')
		}
	},
	theme_representatives: {
		group: 'dataset',
		key: ['theme_id', 'rank'],
		columns: {
			theme_id: is('SMALLINT', 'node of the theme tree'),
			rank: is('INTEGER', 'from 1'),
			paper_id: is('INTEGER', 'paper')
		}
	},
	theme_neighbours: {
		group: 'dataset',
		key: ['theme_id', 'rank'],
		columns: {
			theme_id: is('SMALLINT', 'published theme'),
			rank: is('INTEGER', 'from 1'),
			neighbour_id: is('SMALLINT', 'published theme'),
			similarity: is('FLOAT', 'cosine between centroids')
		}
	},
	k_curve: {
		group: 'dataset',
		key: ['k'],
		columns: {
			k: is('INTEGER', 'candidate number of themes'),
			silhouette: is('FLOAT', 'mean silhouette on a sample, -1 to 1'),
			calinski_harabasz: is('FLOAT', 'variance ratio'),
			stability: maybe('FLOAT', 'mean adjusted Rand index between fits on subsamples'),
			chosen: is('BOOLEAN', 'the published number of themes')
		}
	},
	cube: {
		group: 'dataset',
		key: ['leaf_id', 'period', 'date_precision', 'team_size'],
		columns: {
			leaf_id: is('SMALLINT', 'leaf of the theme tree'),
			period: maybe('DATE', 'first day of the period that holds the stated date'),
			date_precision: maybe('VARCHAR', 'day, month or year'),
			team_size: maybe('INTEGER', 'number of authors'),
			papers: is('INTEGER', 'papers in this cell')
		}
	},
	rejections: {
		group: 'dataset',
		key: ['file', 'record'],
		columns: {
			file: is('VARCHAR', 'input file'),
			record: is('INTEGER', 'position in its file, from 1'),
			reason: is('VARCHAR', 'why it could not become a paper'),
			excerpt: is('VARCHAR', 'its first characters')
		}
	},
	paper_texts: {
		group: 'texts',
		key: ['paper_id'],
		columns: {
			paper_id: paperId,
			title: is('VARCHAR', 'title'),
			abstract: is('VARCHAR', 'abstract; empty when the source has none')
		}
	},
	paper_authors: {
		group: 'authors',
		key: ['paper_id', 'position'],
		columns: {
			paper_id: paperId,
			position: is('INTEGER', 'from 1, in source order'),
			name: is('VARCHAR', 'name as the source writes it')
		}
	},
	paper_keywords: {
		group: 'keywords',
		key: ['paper_id', 'position'],
		since: '1.5',
		columns: {
			paper_id: paperId,
			position: is('INTEGER', 'from 1, the authors’ first, in source order'),
			keyword: is('VARCHAR', 'keyword as the source writes it'),
			kind: is('VARCHAR', 'author, also where the source does not say whose it is, or index')
		}
	},
	paper_affiliations: {
		group: 'affiliations',
		key: ['paper_id', 'position'],
		since: '1.5',
		columns: {
			paper_id: paperId,
			position: is('INTEGER', 'from 1, in source order'),
			organisation: maybe('VARCHAR', 'organisation as the source writes it'),
			country: maybe('VARCHAR', 'country of the organisation by its one English name')
		}
	},
	paper_vectors: {
		group: 'vectors',
		key: ['paper_id'],
		columns: {
			paper_id: paperId,
			vector: is('BLOB', 'reduced vector, one signed byte per component, largest component 127')
		}
	},
	terms: {
		group: 'search',
		key: ['term_id'],
		columns: {
			term_id: is('INTEGER', '0 to m-1 in code-unit order of the terms'),
			term: is('VARCHAR', 'stem without accents; the form to show, in lower case, where there are synonyms'),
			document_frequency: is('INTEGER', 'papers that hold it')
		}
	},
	postings: {
		group: 'search',
		key: ['term_id', 'paper_id'],
		columns: {
			term_id: is('INTEGER', 'stem'),
			paper_id: is('INTEGER', 'paper that holds it'),
			frequency: is('INTEGER', 'occurrences in title and abstract'),
			position: is('INTEGER', 'where it first stands, in words from 0; the end of a sentence counts as one')
		}
	},
	repeats: {
		group: 'search',
		key: ['term_id', 'paper_id', 'position'],
		columns: {
			term_id: is('INTEGER', 'stem'),
			paper_id: is('INTEGER', 'paper that holds it more than once'),
			position: is('INTEGER', 'where it stands again')
		}
	}
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];
