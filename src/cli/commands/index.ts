import type { Command } from '../command.ts';

/** Every command by its name, loaded when it is called. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
	open: async () => (await import('./open.ts')).open,
	fetch: async () => (await import('./fetch.ts')).fetchPapers,
	build: async () => (await import('./build.ts')).build,
	assign: async () => (await import('./assign.ts')).assign,
	inspect: async () => (await import('./inspect.ts')).inspect,
	export: async () => (await import('./export.ts')).exportPapers,
	trends: async () => (await import('./trends.ts')).trends,
	serve: async () => (await import('./serve.ts')).serve,
	step: async () => (await import('./step.ts')).step,
	site: async () => (await import('./site.ts')).site
};
