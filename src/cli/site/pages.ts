import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pages of the package, which stand beside its program; `null` in a clone. */
function pagesBeside(): string | null {
	const folder = fileURLToPath(new URL('./page', import.meta.url));
	return existsSync(folder) ? folder : null;
}

/** The pages that show any dataset: those of the package, else built from the clone. */
export async function pageFolder(signal: AbortSignal): Promise<string> {
	const beside = pagesBeside();
	if (beside !== null) return beside;
	const { buildPages, pageFolders } = await import('./build-site.ts');
	await (await import('./prepare-engine.ts')).prepareEngine();
	await buildPages('package', signal);
	return pageFolders.package;
}

/** What a page that is one file is made of, as paths: the page to fill, and the engine. */
export async function fileParts(signal: AbortSignal): Promise<{ template: string; engine: string }> {
	const { buildPages, pageFolders, templateFile } = await import('./build-site.ts');
	const { engineFolder, engineFile, prepareEngine } = await import('./prepare-engine.ts');
	const beside = pagesBeside();
	if (beside !== null) {
		return { template: join(beside, templateFile), engine: join(beside, 'engine', engineFile) };
	}
	await prepareEngine();
	await buildPages('file', signal);
	return { template: join(pageFolders.file, 'index.html'), engine: join(engineFolder, engineFile) };
}
