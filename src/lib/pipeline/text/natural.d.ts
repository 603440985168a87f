/** The parts of `natural` that are used; the package types only its root, which does not run in browsers. */

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
	const stemmer: {
		/** Porter (1980) stem of a word, lower-cased. */
		stem(word: string): string;
	};
	export default stemmer;
}

declare module 'natural/lib/natural/util/stopwords*.js' {
	const list: {
		/** Function words of a language, among them single letters, digits and signs. */
		readonly words: readonly string[];
	};
	export default list;
}
