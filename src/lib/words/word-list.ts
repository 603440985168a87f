/**
 * The words of a list as people write one: parted by spaces, commas or line ends, `#` begins a comment. In lower case
 * and code-unit order, each once, so that two lists with the same words give the same dataset.
 */
export function wordList(text: string): string[] {
	const words = text
		.replace(/^\uFEFF/, '')
		.replace(/#.*$/gm, '')
		.toLowerCase()
		.split(/[\s,;]+/u)
		.filter((word) => word !== '');
	return [...new Set(words)].sort();
}
