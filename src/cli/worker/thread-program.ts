/**
 * A thread's program, which stands beside the bundle that this code is part of.
 * @param name of the file of this folder, without its extension
 */
export function threadProgram(name: 'build-thread' | 'command-thread' | 'file-thread' | 'pool-thread'): URL {
	return new URL(`./${name}.js`, import.meta.url);
}
