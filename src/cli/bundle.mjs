// Bundles the command line to the package's `bin`: one program for plain Node beside native DuckDB.
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { install, root } from './install.mjs';

install(false);
const { bundle } = await import('./program.mjs');
const folder = join(root, 'dist');
rmSync(folder, { recursive: true, force: true });
await bundle({ corpuscope: 'src/cli/main.ts' }, folder, '#!/usr/bin/env node\n');
chmodSync(join(folder, 'corpuscope.js'), 0o755);
