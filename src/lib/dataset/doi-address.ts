/**
 * Resolver address of a DOI, with or without a `doi:` or resolver prefix; `null` when it is none. What an address
 * cannot hold is percent-encoded, and the halves of a surrogate pair are replaced.
 */
export function doiAddress(doi: string | null): string | null {
	if (doi === null) return null;
	const bare = doi.trim().replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '');
	if (!/^10\.\d{4,9}\/\S+$/.test(bare)) return null;
	const whole = bare.replace(/\p{Cs}/gu, '\ufffd');
	return `https://doi.org/${encodeURI(whole).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}
