/** Words and characters of a line that is a whole abstract, at least. */
const fewestWords = 20;
const fewestCharacters = 150;
/** Lines of a list of titles, at least: fewer may be a paragraph. */
const fewestTitles = 5;

const wordCount = (text: string) => text.split(/\s+/).length;
/** What begins a part of a structured abstract. */
const part =
	/^(?:background|introduction|objectives?|aims?|purpose|context|design|setting|methods?|materials|results?|findings|conclusions?|discussion):?(?:\s|$)/i;
const beginsTitle = /^["“‘'([]?[\p{Lu}\p{N}]/u;

/** Whether some lines are abstracts, one each, perhaps with their titles between them. */
function areAbstracts(lines: readonly string[]): boolean {
	const long = lines.filter((line) => wordCount(line) >= fewestWords);
	const length = long.reduce((sum, line) => sum + line.length, 0);
	return long.length > 1 && long.length * 3 >= lines.length && length >= fewestCharacters * long.length;
}

/** Whether each line is a title: in a paragraph that was wrapped, few lines begin with a capital. */
function areTitles(lines: readonly string[]): boolean {
	const titles = lines.filter(
		(line) => beginsTitle.test(line) && !/[,;-]$/.test(line) && wordCount(line) <= fewestWords * 2
	);
	return lines.length >= fewestTitles && titles.length >= 0.9 * lines.length;
}

/**
 * Whether a text without empty lines has a record in each line, told by its beginning.
 * @param isWhole whether the text ends there
 */
export function isListOfLines(head: string, isWhole: boolean): boolean {
	const lines = head
		.trim()
		.split(/\r\n|\n|\r/)
		.map((line) => line.trim());
	const whole = isWhole || lines.length < 2 ? lines : lines.slice(0, -1);
	if (lines.includes('') || whole.some((line) => part.test(line))) return false;
	return areAbstracts(whole) || areTitles(whole);
}
