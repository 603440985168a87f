import type { Browser } from './browser.ts';

/** Where the pages of a visit are, and what is opened there. */
export interface Places {
	/** Address of the site, which ends in a slash. */
	site: string;
	/** A file of papers. */
	papers: string;
	/** Address of a page that is one file. */
	page: string;
}

/** The words on each page that was looked at, by what it shows. */
export type Seen = Map<string, string>;

const patience = 600_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The words of what a page says, without drawings, whose labels depend on fonts. */
function words(): string {
	const main = document.querySelector('main')!.cloneNode(true) as HTMLElement;
	for (const part of main.querySelectorAll('svg, canvas, style, script, .tooltip')) part.remove();
	return (main.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Waits until something holds in the page, which may be on its way to another. */
async function until<A>(browser: Browser, holds: (argument: A) => boolean, argument: A): Promise<void> {
	for (const end = performance.now() + patience; performance.now() < end; await pause(200)) {
		if (await browser.run(holds, argument).catch(() => false)) return;
	}
	const head = await browser
		.run(() => document.querySelector('header')?.textContent ?? '', null)
		.catch(String);
	const text = head.replace(/\s+/g, ' ') + (await browser.run(words, null).catch(String));
	throw new Error(`waited in vain for ${holds.toString()} of ${JSON.stringify(argument)}; there is: ${text}`);
}

/** Waits until the page says what is expected, or, where nothing is, until it has said the same for two seconds. */
async function settled(browser: Browser, expected?: string): Promise<string> {
	let [last, since] = ['', performance.now()];
	for (const end = performance.now() + patience / 10; performance.now() < end; await pause(400)) {
		const now = await browser.run(words, null);
		if (now !== last) [last, since] = [now, performance.now()];
		else if (expected === undefined ? performance.now() - since > 2000 : now === expected) break;
	}
	return last;
}

const isAnswered = () => document.querySelector('[role=row][aria-label]') !== null;
const says = (text: string) => (document.body.textContent ?? '').replace(/\s+/g, ' ').includes(text);
const isAt = (part: string) => location.href.includes(part);
const press = (name: string) => {
	const named = [...document.querySelectorAll<HTMLElement>('button, a')].find((element) =>
		(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().startsWith(name)
	);
	if (!named) throw new Error(`there is no ${name}`);
	named.click();
};
const type = ({ into, text }: { into: string; text: string }) => {
	const field = document.querySelector<HTMLInputElement>(into)!;
	field.focus();
	field.value = text;
	field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
};
/** Colours in the largest canvas, which are many where something is drawn. */
const coloursDrawn = () => {
	const [canvas] = [...document.querySelectorAll('canvas')].sort((a, b) => b.width - a.width);
	if (!canvas) return 0;
	const copy = new OffscreenCanvas(canvas.width, canvas.height);
	const context = copy.getContext('2d')!;
	context.drawImage(canvas, 0, 0);
	const pixels = new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer);
	return new Set(pixels).size;
};

/** The site's own papers: every kind of page, filters by address, by hand and by words. */
async function ownPapers(
	browser: Browser,
	site: string,
	see: (what: string) => Promise<void>
): Promise<void> {
	const views: [what: string, address: string, text?: string][] = [
		['overview', ''],
		['filters in the address', '?team=2..10&date=2024..'],
		['search in the address', '?q="language model" -agent'],
		['words', 'words/?unit=year&measure=count&terms=multilingual,"large language models"', '2024'],
		['trends', 'trends/', 'rise, fall'],
		['comparison', 'compare/?a=date%3D2024&b=date%3D2025', 'B:'],
		['about', 'about/', '75']
	];
	for (const [what, address, text] of views) {
		await browser.open(site + address);
		if (text === undefined) await until(browser, isAnswered, null);
		else await until(browser, says, text);
		await see(what);
	}
	await browser.open(site);
	await until(browser, isAnswered, null);
	await browser.run(type, { into: 'input[type=search]', text: 'model' });
	await until(browser, isAt, 'q=model');
	await until(browser, says, ' of 75 papers');
	await see('search by hand');
	await browser.run(
		(): void => document.querySelector<HTMLElement>('nav[aria-label^=Themes] button[aria-pressed]')!.click(),
		null
	);
	await until(browser, isAt, 'theme=');
	await see('a theme pressed');
}

/** Which papers are near to the middle is told in pixels, and scroll bars take some of the width in some browsers. */
const holdStage = () => {
	const { style } = document.querySelector<HTMLElement>('.stage')!;
	[style.width, style.height] = ['800px', '500px'];
};

async function map(browser: Browser, site: string, see: (what: string) => Promise<void>): Promise<void> {
	await browser.open(`${site}map/`);
	await until(browser, () => document.querySelector('.stage') !== null, null);
	await browser.run(holdStage, null);
	await until(browser, says, '75 papers in view');
	await see('map');
	const colours = await browser.run(coloursDrawn, null);
	if (colours < 15) throw new Error(`the map has ${colours} colours`);
}

/** Papers that a visitor opens become a dataset, which the browser keeps. */
async function opened(
	browser: Browser,
	{ site, papers }: Places,
	see: (what: string) => Promise<void>
): Promise<string> {
	await browser.open(`${site}open/`);
	await until(browser, says, 'Choose files');
	await browser.choose('input[type=file]', [papers]);
	await until(
		browser,
		() =>
			[...document.querySelectorAll('button')].some(
				(button) => button.textContent?.includes('Find the themes') && !button.disabled
			),
		null
	);
	await browser.run(press, 'Find the themes');
	await until(browser, isAt, 'file=');
	await until(browser, isAnswered, null);
	await see('opened papers');
	// WebDriver's windows of WebKit are private.
	await until(
		browser,
		() => /Kept (in this browser|until this private window is closed)/.test(document.body.textContent ?? ''),
		null
	);
	await browser.reload();
	await until(browser, isAnswered, null);
	await see('opened papers after F5');
	return browser.run(() => new URL(location.href).searchParams.get('d') ?? '', null);
}

/**
 * Looks at everything that the site does.
 * @param expected what another browser has seen
 * @param seen to be filled
 * @throws when something does not come
 */
export async function visit(browser: Browser, places: Places, expected: Seen, seen: Seen): Promise<void> {
	const see = async (what: string) => void seen.set(what, await settled(browser, expected.get(what)));
	await browser.open(`${places.site}about/`);
	await browser.run((): void => localStorage.setItem('corpuscope:guide', 'seen'), null);
	await ownPapers(browser, places.site, see);
	await map(browser, places.site, see);
	seen.set('fingerprint', await opened(browser, places, see));
	await browser.open(places.page);
	await until(browser, isAnswered, null);
	await see('page that is one file');
}
