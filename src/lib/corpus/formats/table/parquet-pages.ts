import {
	parquetSchema,
	type ColumnMetaData,
	type Compressors,
	type DataReader,
	type Encoding,
	type FileMetaData,
	type PageHeader
} from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath } from 'hyparquet/src/schema.js';

import { CorpusError } from '../../bytes/error.ts';
import { checkRuns, passLevels, presentValues } from './parquet-runs.ts';

/** Uncompressed bytes of a file, at most. */
export const largest = 2_000_000_000;
/** Values in the columns of a group of rows, at most: they are in memory together. */
const mostValues = 100_000_000;

export const tooLarge = () =>
	new CorpusError('it holds more than 2 GB of data. Split it, or save the columns that matter as JSONL.');

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What is known of a column before its pages. */
interface Column {
	data: ColumnMetaData;
	repetition: number;
	definition: number;
}

/**
 * Checks that pages hold no more than they and the file say, before hyparquet decodes them. It replays their headers,
 * levels and runs by hyparquet's own unexported modules: a run of a few bytes may stand for any number of values, no
 * exported function tells how many before it makes room for them, and so no limit outside the pages would do.
 */
export class PageChecks {
	readonly #file: Uint8Array;
	readonly #metadata: FileMetaData;
	readonly #compressors: Compressors;
	#bytes = 0;

	constructor(file: Uint8Array, metadata: FileMetaData, compressors: Compressors) {
		this.#file = file;
		this.#metadata = metadata;
		this.#compressors = compressors;
	}

	/** @throws CorpusError for a group of rows that would fill the memory */
	checkGroup(group: FileMetaData['row_groups'][number], names: readonly string[]): void {
		const columns = group.columns.flatMap(({ meta_data: data }) =>
			data && names.includes(data.path_in_schema[0] ?? '') ? [data] : []
		);
		const values = columns.map((data) => Number(data.num_values));
		if (values.some((count) => count < 0) || values.reduce((sum, count) => sum + count, 0) > mostValues)
			throw new CorpusError(`a group of rows in it has more than ${mostValues / 1_000_000} million values.`);
		const tree = parquetSchema(this.#metadata);
		for (const data of columns) {
			const path = getTreePath(tree, data.path_in_schema);
			const repetition = path.length > 1 ? getMaxRepetitionLevel(path) : 0;
			this.#checkColumn({ data, repetition, definition: getMaxDefinitionLevel(path) });
		}
	}

	#checkColumn(column: Column): void {
		const { data } = column;
		const from = Number(data.dictionary_page_offset || data.data_page_offset);
		const bytes = this.#file.subarray(from, from + Number(data.total_compressed_size));
		const reader: DataReader = { view: viewOf(bytes), offset: 0 };
		let left = Number(data.num_values);
		while (reader.offset < bytes.length - 1) {
			const header = parquetHeader(reader);
			this.#addBytes(header.uncompressed_page_size);
			const content = bytes.subarray(reader.offset, reader.offset + header.compressed_page_size);
			if (content.length !== header.compressed_page_size) throw new Error('a page that breaks off');
			reader.offset += content.length;
			const values = valuesOf(header);
			if (header.type !== 'DICTIONARY_PAGE') left -= values;
			if (!(values >= 0) || values > mostValues || left < 0)
				throw new CorpusError('a page of its Parquet data has more values than its column.');
			if (header.type === 'DATA_PAGE') this.#checkFirst(content, header, values, column);
			if (header.type === 'DATA_PAGE_V2') this.#checkSecond(content, header, values, column);
		}
	}

	#addBytes(bytes: number): void {
		if (!(bytes >= 0)) throw new Error('a page of less than no bytes');
		this.#bytes += bytes;
		if (this.#bytes > largest) throw tooLarge();
	}

	/** A page of the first kind: levels and values are compressed together. */
	#checkFirst(content: Uint8Array, header: PageHeader, values: number, column: Column): void {
		const { repetition, definition, data } = column;
		const encoding = header.data_page_header?.encoding;
		const size = header.uncompressed_page_size;
		const view = viewOf(decompressPage(content, size, data.codec, this.#compressors));
		const reader: DataReader = { view, offset: 0 };
		passLevels(reader, repetition, values);
		const levels = reader.offset;
		passLevels(reader, definition, values);
		if (encoding === undefined || encoding === 'PLAIN') return;
		const present = presentValues(view, levels, definition, values);
		this.#checkValues(reader, encoding, present, data.type === 'BOOLEAN');
	}

	/** A page of the second kind: levels stand before what is compressed, their lengths in its header. */
	#checkSecond(content: Uint8Array, header: PageHeader, values: number, column: Column): void {
		const { repetition, definition, data } = column;
		const page = header.data_page_header_v2;
		if (!page) return;
		const { repetition_levels_byte_length: repeated, definition_levels_byte_length: defined } = page;
		const reader: DataReader = { view: viewOf(content), offset: 0 };
		passLevels(reader, repetition, values, repeated);
		reader.offset = repeated;
		passLevels(reader, definition, values, defined);
		if (page.encoding === 'PLAIN') return;
		const size = header.uncompressed_page_size - defined - repeated;
		// hyparquet begins here where there are no levels, whatever their lengths are said to be.
		const rest = content.subarray(reader.offset);
		const inner =
			page.is_compressed === false ? rest : decompressPage(rest, size, data.codec, this.#compressors);
		const present = values - page.num_nulls;
		if (present < 0 || present > values) throw new Error('a page with more nulls than values');
		this.#checkValues({ view: viewOf(inner), offset: 0 }, page.encoding, present, page.encoding === 'RLE');
	}

	/** @param isBits whether runs are of single bits, after their length instead of their width */
	#checkValues(reader: DataReader, encoding: Encoding, values: number, isBits: boolean): void {
		if (encoding === 'DELTA_BYTE_ARRAY') this.#addBytes(repeatedBytes(reader, values));
		if (values === 0 || !/DICTIONARY$|^RLE$/.test(encoding)) return;
		if (isBits) checkRuns(reader.view, reader.offset + 4, 1, values);
		else checkRuns(reader.view, reader.offset + 1, reader.view.getUint8(reader.offset), values);
	}
}

/** The number of values that a page says it has. */
function valuesOf({
	type,
	data_page_header: first,
	data_page_header_v2: second,
	dictionary_page_header: words
}: PageHeader): number {
	const header = { DATA_PAGE: first, DATA_PAGE_V2: second, DICTIONARY_PAGE: words, INDEX_PAGE: undefined };
	return header[type]?.num_values ?? 0;
}

/** Bytes that the texts of a page share with the text before them, which each will have for itself. */
function repeatedBytes(reader: DataReader, values: number): number {
	const lengths = new Int32Array(values);
	deltaBinaryUnpack(reader, values, lengths);
	return lengths.reduce((sum, length) => sum + Math.max(length, 0), 0);
}
