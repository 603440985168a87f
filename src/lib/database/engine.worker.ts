import * as engine from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';

import { holdLife } from '../threads/life.ts';

holdLife(navigator.locks, self.name);
// It listens to the page as soon as it has been read. Its package says that reading it does nothing, so that a bundler
// would leave it out if nobody used it.
Object.assign(self, { engine });

const listen = self.onmessage;
// A file gets an address, which is given back when it is of no more use; all else is for the engine.
self.onmessage = (event: MessageEvent<unknown>) => {
	if (event.data instanceof Blob) self.postMessage(URL.createObjectURL(event.data));
	else if (typeof event.data === 'string') URL.revokeObjectURL(event.data);
	else listen?.call(self, event);
};
