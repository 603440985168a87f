import * as engine from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';

import { holdLife } from '../threads/life.ts';

holdLife(navigator.locks, self.name);
// It listens to the page as soon as it has been read. Its package says that reading it does nothing, so that a bundler
// would leave it out if nobody used it.
Object.assign(self, { engine });
