/** The bundle of a program, made when there is none of the present sources: the path of its file. */
export function bundledProgram(name: 'main' | 'start' | 'prepare' | 'package'): Promise<string>;
