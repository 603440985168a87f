"""Does several builds in one Spark: [{"inputs", "out", "partitions", "kill"}, ...] as JSON; tells how each went.

Where "kill" names a table, one executor is killed while the rows of this table are made.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import threading
import time

from corpuscope_spark import Build, SparkSession


def processes():
    """Parent, memory in bytes at its highest and command line of each process, by its id."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/status") as file:
                status = dict(line.split(":", 1) for line in file if ":" in line)
            with open(f"/proc/{pid}/cmdline") as file:
                line = file.read().replace("\0", " ")
        except OSError:
            continue  # It has ended.
        peak = int(status.get("VmHWM", "0 kB").split()[0]) * 1024
        found[int(pid)] = (int(status["PPid"]), peak, line)
    return found


def executors():
    """Executors of this Spark, which are below the process that this one belongs to."""
    all_of_them = processes()

    def is_ours(pid):
        while pid in all_of_them and pid != os.getppid():
            pid = all_of_them[pid][0]
        return pid == os.getppid()

    return [pid for pid, (_, _, line) in all_of_them.items() if "CoarseGrainedExecutorBackend" in line and is_ours(pid)]


class Watched(Build):
    kill = None
    killed = 0

    def keep(self, name, rows):
        if name == self.kill:
            threading.Thread(target=self.kill_one, daemon=True).start()
        return super().keep(name, rows)

    def kill_one(self):
        """Waits until a task of the step has begun to write, then kills an executor."""
        parts = os.path.join(self.staging, "parts")
        before = len(os.listdir(parts)) if os.path.exists(parts) else 0
        while not os.path.exists(parts) or len(os.listdir(parts)) == before:
            time.sleep(0.01)
        os.kill(executors()[0], signal.SIGKILL)
        self.killed += 1


def main():
    spark = SparkSession.builder.appName("Corpuscope's tests").getOrCreate()
    told = []
    for wanted in json.loads(sys.argv[2]):
        node, engine = json.loads(sys.argv[1])
        options = argparse.Namespace(**{"node": node, "engine": engine, **wanted})
        build = Watched(spark, options, [])
        build.kill = wanted.get("kill")
        start = time.time()
        build.run()
        peaks = {pid: peak for pid, (_, peak, _) in processes().items() if pid in executors()}
        driver = processes()[os.getppid()][1]
        told.append({"seconds": time.time() - start, "killed": build.killed, "driver": driver,
                     "executors": list(peaks.values())})
        shutil.rmtree(build.staging)
    spark.stop()
    print("BUILDS " + json.dumps(told))


if __name__ == "__main__":
    main()
