import { bibtex } from './bibtex/bibtex.ts';
import type { Format } from './format.ts';
import { json, jsonl } from './json/json.ts';
import { dailyPapers } from './prose/daily-papers.ts';
import { plainText } from './prose/paragraphs.ts';
import { pubmedAbstract } from './prose/pubmed-abstract.ts';
import { pubmedSummary } from './prose/pubmed-summary.ts';
import { csv } from './table/csv.ts';
import { parquet } from './table/parquet.ts';
import { xlsx } from './table/xlsx.ts';
import { cnki } from './tagged/cnki.ts';
import { cochrane } from './tagged/cochrane.ts';
import { endNoteFields } from './tagged/endnote-fields.ts';
import { medline } from './tagged/medline.ts';
import { noteExpress } from './tagged/noteexpress.ts';
import { ovid } from './tagged/ovid.ts';
import { refWorks } from './tagged/refworks.ts';
import { refer } from './tagged/refer.ts';
import { ris } from './tagged/ris.ts';
import { scopusText } from './tagged/scopus-text.ts';
import { webOfScience } from './tagged/web-of-science.ts';
import { acl } from './xml/acl.ts';
import { atom } from './xml/atom.ts';
import { endNote } from './xml/endnote.ts';
import { jats } from './xml/jats.ts';
import { mods } from './xml/mods.ts';
import { pubmedXml } from './xml/pubmed.ts';
import { rss } from './xml/rss.ts';
import { servicesXml } from './xml/services.ts';
import { zoteroRdf } from './xml/zotero.ts';

/** Every format, in the order in which a file is asked whether it is one: the most particular come first. */
export const formats = [
	parquet,
	xlsx,
	jsonl,
	json,
	atom,
	acl,
	pubmedXml,
	zoteroRdf,
	mods,
	jats,
	rss,
	servicesXml,
	endNote,
	bibtex,
	ovid,
	ris,
	webOfScience,
	medline,
	refer,
	refWorks,
	noteExpress,
	cnki,
	endNoteFields,
	cochrane,
	scopusText,
	pubmedAbstract,
	pubmedSummary,
	dailyPapers,
	csv,
	plainText
] as const satisfies readonly Format[];

/** What a manifest and `--format` call a format. */
export type FormatId = (typeof formats)[number]['id'];

export const formatIds: readonly FormatId[] = formats.map(({ id }) => id);

export function formatOf(id: FormatId): Format {
	return formats.find((format) => format.id === id) as Format;
}

/** What a manifest calls the format of a file in an archive that could not be read. */
export const unknownFormat = 'unknown';

/** What users call each format that a manifest may name. */
export const formatNames: readonly { id: string; label: string }[] = [
	...formats.map(({ id, label }) => ({ id, label })),
	{ id: unknownFormat, label: 'not recognised' }
];

/** What users call a format, from its id in a manifest; one that is not known stands for itself. */
export const formatLabel = (id: string): string =>
	formatNames.find((format) => format.id === id)?.label ?? id;

/** How files of papers end, archives included; any of them may be gzipped, and end in `.gz` besides. */
export const fileExtensions: readonly string[] = [
	...new Set([...formats.flatMap(({ extensions }) => extensions), 'zip'])
];
