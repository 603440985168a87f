import { setTimeout as wait } from 'node:timers/promises';

/** What waiting between requests goes by. */
export interface Clock {
	/** Milliseconds since some moment. */
	now(): number;
	/** @throws the signal's reason when cancelled */
	sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The clock on the wall, or one that runs faster by a factor, so that tests need not wait. */
export function createClock(speed = 1): Clock {
	return {
		now: () => performance.now() * speed,
		sleep: async (milliseconds, signal) => {
			try {
				await wait(Math.ceil(milliseconds / speed), undefined, { signal });
			} catch (error) {
				throw signal.aborted ? signal.reason : error;
			}
		}
	};
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The clock for a host. Only towards this machine itself may it run faster: no other server is to be hurried. */
export function clockFor(host: URL, speed: string | undefined): Clock {
	const factor = Number(speed ?? 1);
	return createClock(loopback.has(host.hostname) && factor >= 1 ? factor : 1);
}
