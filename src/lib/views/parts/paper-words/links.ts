/** The address as a link may carry it: http and https only, else `null`. Texts of papers are not trusted. */
export function safeAddress(url: string | null): string | null {
	if (url === null) return null;
	try {
		const { protocol, href } = new URL(url.trim());
		return protocol === 'http:' || protocol === 'https:' ? href : null;
	} catch {
		return null;
	}
}

/** Identifiers of arXiv since April 2007, with or without prefix and version. */
const arxivId = /^(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d{1,3})?)$/i;

/** Where a paper can be read: the address that its source gives, or arXiv's where its identifier is one of arXiv. */
export function paperAddress(paper: {
	url: string | null;
	sourceId: string | null;
	venue: string | null;
}): string | null {
	const address = safeAddress(paper.url);
	if (address !== null) return address;
	const id = arxivId.exec(paper.sourceId?.trim() ?? '');
	const isArxiv = /arxiv/i.test(`${paper.venue ?? ''} ${paper.sourceId ?? ''}`);
	return id && isArxiv ? `https://arxiv.org/abs/${id[1]}` : null;
}
