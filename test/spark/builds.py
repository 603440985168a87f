"""Does several builds in one Spark: [{"inputs", "out", "partitions", "kill", "heap"}, ...] as JSON; tells how each went.

Where "kill" names a table, one executor is killed while the rows of this table are made. With "heap", the driver's heap
is measured after each step.
"""

import argparse
import json
import os
import re
import shutil
import signal
import sys
import threading
import time

from corpuscope_spark import Build, SparkSession

SECOND = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
STEP = re.compile("\0step\0([a-z]+)")


def processes():
    """By its id the parent of each process, its seconds of CPU with those of children that have ended, and its bytes."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
            with open(f"/proc/{pid}/statm") as file:
                pages = int(file.read().split()[1])
        except OSError:
            continue  # It has ended.
        found[int(pid)] = (int(fields[1]), sum(map(int, fields[11:15])) / SECOND, pages * PAGE)
    return found


def command_of(pid):
    try:
        with open(f"/proc/{pid}/cmdline") as file:
            return file.read()
    except OSError:
        return ""


def executors(found):
    """Executors of this Spark, which are below the process that this one belongs to."""
    below = [pid for pid, (parent, _, _) in found.items() if parent == os.getppid()]
    # A worker may start them by a shell.
    below += [pid for pid, (parent, _, _) in found.items() if parent in below]
    return [pid for pid in below if "CoarseGrainedExecutorBackend" in command_of(pid) and "java" in command_of(pid)]


class Meter:
    """Watches what driver and executors take, every second."""

    def __init__(self):
        self.known = set()
        self.memory, self.first, self.last = {}, {}, {}
        self.going = True
        threading.Thread(target=self.watch, daemon=True).start()

    def watch(self):
        while self.going:
            self.look()
            time.sleep(1)

    def look(self):
        found = processes()
        self.known.update(executors(found))
        roots = {pid: f"executor {pid}" for pid in self.known}
        roots.update({os.getppid(): "driver's Java", os.getpid(): "driver's Python"})
        sums = {}
        for pid in found:
            above = pid
            while above in found and above not in roots:
                above = found[above][0]
            if above not in roots:
                continue
            name = roots[above]
            if name == "driver's Python" and pid != above:
                step = STEP.search(command_of(pid))
                if step is None:
                    continue
                name = f"driver's {step[1]}"
            cpu, memory = sums.get(name, (0, 0))
            sums[name] = (cpu + found[pid][1], memory + found[pid][2])
        for name, (cpu, memory) in sums.items():
            self.memory[name] = max(self.memory.get(name, 0), memory)
            self.first.setdefault(name, cpu)
            self.last[name] = max(self.last.get(name, 0), cpu)

    def end(self):
        """CPU in seconds and memory at its highest, in megabytes, of each."""
        self.going = False
        self.look()
        return {name: {"cpu": round(self.last[name] - self.first[name], 1), "megabytes": memory >> 20}
                for name, memory in self.memory.items()}


class Watched(Build):
    kill = None
    killed = 0
    measured = False
    heap = 0

    def keep(self, name, rows):
        if name == self.kill:
            threading.Thread(target=self.kill_one, daemon=True).start()
        kept = super().keep(name, rows)
        if self.measured:
            self.heap = max(self.heap, self.live())
        return kept

    def live(self):
        """Megabytes of what the driver's Java still needs."""
        jvm = self.spark.sparkContext._jvm
        jvm.System.gc()
        runtime = jvm.Runtime.getRuntime()
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20

    def kill_one(self):
        """Waits until a task of the step has begun to write, then kills an executor."""
        parts = os.path.join(self.staging, "parts")
        before = len(os.listdir(parts)) if os.path.exists(parts) else 0
        while not os.path.exists(parts) or len(os.listdir(parts)) == before:
            time.sleep(0.01)
        os.kill(executors(processes())[0], signal.SIGKILL)
        self.killed += 1


def main():
    spark = SparkSession.builder.appName("Corpuscope's tests").getOrCreate()
    told = []
    for wanted in json.loads(sys.argv[2]):
        node, engine = json.loads(sys.argv[1])
        options = argparse.Namespace(**{"node": node, "engine": engine, **wanted})
        build = Watched(spark, options, [])
        build.kill, build.measured = wanted.get("kill"), wanted.get("heap", False)
        start, meter = time.time(), Meter()
        build.run()
        seconds = round(time.time() - start)
        told.append({"seconds": seconds, "killed": build.killed, "took": meter.end(), "heap": build.heap})
        print("BUILT " + json.dumps(told[-1]), flush=True)
        shutil.rmtree(build.staging)
    spark.stop()
    print("BUILDS " + json.dumps(told))


if __name__ == "__main__":
    main()
