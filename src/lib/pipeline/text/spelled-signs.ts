/**
 * Names that ASCII exports, Web of Science's above all, write in place of signs: "Cu center dot center dot Cu",
 * "25 degrees C", "10 mu m". They belong to a formula or a measure and are no words of the author's.
 */
const spelled =
	/(?:\bcenter dot\b\s*)+|\bdegrees (?:C|F|K)(?![A-Za-z])|\bmu (?:[glmMs]|mol|M|min)(?![A-Za-z])/g;
/** Looked for in a text: such as begin with a rare letter, and are long, are found fast. */
const signs = ['center dot', 'degrees ', 'mu '];

/** A text without the names of signs; a full stop stays where they stood. */
export function stripSpelledSigns(text: string): string {
	return signs.some((sign) => text.includes(sign)) ? text.replace(spelled, '. ') : text;
}
