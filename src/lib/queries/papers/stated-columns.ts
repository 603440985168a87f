import {
	byName,
	fieldNames,
	fields,
	listedFields,
	type FieldName,
	type ListedField,
	type StatedColumns,
	type StatedFields
} from '../../dataset/fields.ts';
import { number, nullable, text, type Decode, type Shape } from '../../engine/statement.ts';

const decoders = { VARCHAR: nullable(text), INTEGER: nullable(number) };

const decoderOf = (name: FieldName): Decode<string | null> | Decode<number | null> =>
	decoders[fields[name].type];
const quoted = (name: FieldName) => `"${fields[name].column}"`;
const listed = listedFields.map(({ name }) => name);

/** What a source states of a paper, by the names of the fields: how it is read and the SQL of each. */
export const statedShape = byName(fieldNames, decoderOf) as Shape<StatedFields>;
export const statedSql = byName(fieldNames, quoted);

/** The same of the fields that lists show. */
export const listedShape = byName(listed, decoderOf) as Shape<Pick<StatedFields, ListedField>>;
export const listedSql = byName(listed, quoted);

/** How all fields are read by the names of their columns. */
export const columnShape = Object.fromEntries(
	fieldNames.map((name) => [fields[name].column, decoderOf(name)])
) as Shape<StatedColumns>;
