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

/** Resolver address of a DOI, with or without a `doi:` or resolver prefix; `null` when it is none. */
export function doiAddress(doi: string | null): string | null {
	if (doi === null) return null;
	const bare = doi.trim().replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '');
	if (!/^10\.\d{4,9}\/\S+$/.test(bare)) return null;
	return `https://doi.org/${encodeURI(bare).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}
