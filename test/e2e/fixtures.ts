import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test as base } from '@playwright/test';

interface Guards {
	/** Fails a test whose page asks another host for anything, or reports an error. */
	guard: void;
}

/** Everything but the address of the site itself. */
function isElsewhere(url: string, baseURL: string | undefined): boolean {
	const { protocol, origin } = new URL(url);
	return /^(?:https?|wss?):$/.test(protocol) && origin !== new URL(baseURL ?? '').origin;
}

export const test = base.extend<Guards>({
	guard: [
		async ({ context, baseURL }, use) => {
			const requests: string[] = [];
			const errors: string[] = [];
			context.on('request', (request) => {
				if (isElsewhere(request.url(), baseURL)) requests.push(request.url());
			});
			// The guide of a first visit has a test of its own.
			await context.addInitScript(() => {
				// An empty page has no store.
				if (location.protocol !== 'about:') localStorage.setItem('corpuscope:guide', 'seen');
			});
			await context.addInitScript(() =>
				addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
					console.error(`forbidden by ${violatedDirective}: ${blockedURI}`)
				)
			);
			context.on('weberror', (event) => errors.push(String(event.error())));
			context.on('console', (message) => {
				if (message.type() === 'error') errors.push(message.text());
			});
			await use();
			expect(requests, 'requests to other hosts').toEqual([]);
			expect(errors, 'errors on the page').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect } from '@playwright/test';

/** Rows of a query over the dataset that the site shows, run by another engine than the page's. */
export async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		await connection.run("ATTACH 'static/dataset/dataset.duckdb' AS d (READ_ONLY)");
		await connection.run("ATTACH 'static/dataset/texts-0000.duckdb' AS t (READ_ONLY)");
		await connection.run("ATTACH 'static/dataset/vectors-0000.duckdb' AS v (READ_ONLY)");
		const reader = await connection.runAndReadAll(sql);
		return reader.getRowObjectsJS() as Record<string, unknown>[];
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

/** The only number that a query gives. */
export async function numberOf(sql: string): Promise<number> {
	const [row] = await rowsOf(sql);
	return Number(Object.values(row ?? {})[0]);
}
