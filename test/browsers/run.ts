import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { buildPages, pageFolders } from '../../src/cli/site/build-site.ts';
import { prepareSite } from '../../src/cli/site/prepare.ts';
import { serve } from '../../src/cli/site/serve.ts';
import { generatePapers } from '../support/generate-papers.ts';
import { toJsonl } from '../support/jsonl.ts';
import { runCli } from '../support/run-cli.ts';
import type { Browser } from './browser.ts';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';
import { visit, type Places, type Seen } from './pages.ts';
import { startWebKit } from './webkit.ts';

const usage = `npm run test:browsers [-- --pictures FOLDER] [firefox] [webkit]

Looks at the pages of the built site in Firefox and WebKit, and holds every word on them to those in Chromium: the
embedded papers, filters, searches, words, trends, the map, papers opened from a file and kept, a page that is one
file. Debian has both: apt-get install firefox-esr webkit2gtk-driver xvfb.`;

const starts: Readonly<Record<string, () => Promise<Browser>>> = {
	firefox: startFirefox,
	webkit: startWebKit
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { pictures: { type: 'string' }, help: { type: 'boolean', default: false } }
});

/** Where two texts part, with what stands around it. */
function difference(a: string, b: string): string {
	let at = 0;
	while (a[at] === b[at]) at++;
	const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
	return `${around(b)} instead of ${around(a)}`;
}

/** What another browser shows in another way than Chromium. */
const differences = (expected: Seen, seen: Seen) =>
	[...seen].flatMap(([what, text]) => {
		const wanted = expected.get(what) ?? text;
		return text === wanted ? [] : [`${what}: ${difference(wanted, text)}`];
	});

/** @returns what was seen, and what is wrong */
async function look(start: () => Promise<Browser>, places: Places, expected: Seen) {
	const browser = await start();
	const from = performance.now();
	const seen: Seen = new Map();
	const wrong: string[] = [];
	try {
		await visit(browser, places, expected, seen);
	} catch (error) {
		wrong.push(String(error));
	}
	wrong.push(...differences(expected, seen), ...browser.complaints);
	if (values.pictures !== undefined)
		writeFileSync(join(values.pictures, `${browser.name}.png`), await browser.picture());
	await browser.close();
	const seconds = ((performance.now() - from) / 1000).toFixed(0);
	console.log(
		`${browser.name}: ${seen.size} pages seen, ${wrong.length} differences or errors (${seconds} s)`
	);
	for (const what of wrong) console.log(`  ${what}`);
	return { seen, wrong };
}

async function all(): Promise<number> {
	const { signal } = new AbortController();
	await prepareSite(undefined, signal);
	await buildPages('site', signal);
	const { address, close } = await serve({ page: pageFolders.site }, { PORT: '0' });
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-browsers-'));
	if (values.pictures !== undefined) mkdirSync(values.pictures, { recursive: true });
	try {
		const [papers, file] = [join(folder, 'mine.jsonl'), join(folder, 'page.html')];
		writeFileSync(papers, toJsonl(generatePapers(300, 5)));
		const made = await runCli(['export', '--dataset', 'static/dataset', '--out', file]);
		if (made.code !== 0) throw new Error(made.stderr);
		const places = { site: address, papers, page: pathToFileURL(file).href };
		const reference = await look(startChromium, places, new Map());
		let wrong = reference.wrong.length;
		for (const name of positionals.length > 0 ? positionals : Object.keys(starts))
			wrong += (await look(starts[name]!, places, reference.seen)).wrong.length;
		return wrong;
	} finally {
		close();
		rmSync(folder, { recursive: true, force: true });
	}
}

if (values.help) console.log(usage);
else process.exitCode = (await all()) > 0 ? 1 : 0;
