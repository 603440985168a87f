// Makes what the package holds: the command line and the library as programs for plain Node beside native DuckDB, and,
// made before by package.ts, the page.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { install, root } from './install.mjs';

install(true);
const { bundle, bundleElement } = await import('./program.mjs');
const folder = join(root, 'dist');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder).filter((name) => name !== 'page')) {
	rmSync(join(folder, name), { recursive: true });
}
await bundleElement('src/element/corpuscope-chart.ts', join(folder, 'chart.js'));
await bundle({ corpuscope: 'src/cli/main.ts', index: 'src/cli/library/index.ts' }, folder, true);
chmodSync(join(folder, 'corpuscope.js'), 0o755);
copyFileSync(join(root, 'src/cli/library/declarations.d.ts'), join(folder, 'index.d.ts'));
copyFileSync(join(root, 'src/element/declarations.d.ts'), join(folder, 'chart.d.ts'));
