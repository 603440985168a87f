/** One command of the command line. */
export interface Command {
	/** What `--help` prints. */
	readonly usage: string;
	/**
	 * @param args what stands behind the command's name
	 * @throws UsageError when called wrongly, CommandError when it cannot be done
	 */
	run(args: readonly string[], signal: AbortSignal): Promise<void>;
}
