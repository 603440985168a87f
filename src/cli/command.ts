/** One command of the command line. */
export interface Command {
	/** What `--help` prints. */
	readonly usage: string;
	/** Whether it opens and reads datasets, which it then does in a thread: this one is to hear a signal at any moment. */
	readonly readsDatasets?: true;
	/** Whether being stopped is how it ends. */
	readonly runsUntilStopped?: true;
	/**
	 * @param args what stands behind the command's name
	 * @throws UsageError when called wrongly, CommandError when it cannot be done
	 */
	run(args: readonly string[], signal: AbortSignal): Promise<void>;
}
