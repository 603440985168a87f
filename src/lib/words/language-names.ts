/** Languages whose function words are known, by the code that options and manifests use (ISO 639-1). */
export const languageNames = {
	en: 'English',
	fr: 'French',
	de: 'German',
	es: 'Spanish',
	it: 'Italian',
	pt: 'Portuguese',
	nl: 'Dutch',
	no: 'Norwegian',
	sv: 'Swedish',
	pl: 'Polish',
	cs: 'Czech',
	tr: 'Turkish',
	ru: 'Russian',
	uk: 'Ukrainian',
	fa: 'Persian',
	id: 'Indonesian',
	zh: 'Chinese',
	ja: 'Japanese'
} as const;

export type LanguageCode = keyof typeof languageNames;
export const languageCodes = Object.keys(languageNames) as LanguageCode[];

/** Whose function words are left out of a corpus: those of the language that each paper is written in, or of one. */
export type LanguageChoice = 'auto' | LanguageCode;
