/** Lets the browser keep the site for use without a connection, where it can; without it the page is the same. */
export function keepOffline(serviceWorker: string): void {
	if (!('serviceWorker' in navigator)) return;
	navigator.serviceWorker.register(serviceWorker).catch(() => {});
}
