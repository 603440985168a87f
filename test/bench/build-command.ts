import { measure, type Measurement } from './measure.ts';

/** Builds a dataset with the command line, and measures it from outside. */
export function buildCommand(file: string, out: string, themes: string): Promise<Measurement> {
	return measure('npm', [
		...['run', '-s', 'corpuscope', '--', 'build', file],
		...['--themes', themes, '--out', out]
	]);
}
