/**
 * Before SvelteKit starts. It decodes what stands behind the `#` of a page that is one file, and with it the `%`, `&`
 * and `#` of a search: encoded once more, the address is afterwards as it was.
 */
export function init(): void {
	if (PAGE_KIND !== 'file') return;
	history.replaceState(history.state, '', location.hash.replaceAll('%', '%25') || '#/');
}
