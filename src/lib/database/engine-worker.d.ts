/** The worker that comes with the engine: reading it has it listen to the page; it exports nothing. */
declare module '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';
