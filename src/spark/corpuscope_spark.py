"""Builds a Corpuscope dataset on Spark.

    spark-submit corpuscope_spark.py INPUT... --out FOLDER [--partitions N] [options of `corpuscope build`]

Papers are read, compared, assigned and written by `corpuscope step`, which runs beside each executor and takes and
gives batches of rows as Arrow streams. Spark says who does what, and joins, sorts and sums. README.md has the rest.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import uuid

import pyarrow
from pyspark import SparkFiles
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F

SCHEMAS = {
    "read": "kind string, item long, blob binary",
    "survey": "kind string, item long, place int, file int, id long, doi long, text long, title_year long, "
    "rank long, blob binary",
    "merge": "item long, place int, by int",
    "assign": "kind string, range int, target int, piece int, blob binary",
    "count": "target int, terms int",
    "index": "target int, blob binary",
}
KEYS = ["id", "doi", "text", "title_year"]
# An item's number ends with its place in its file.
FILE = "shiftright(item, 28)"


def found(path):
    """Where a file is on this machine: what `--archives` unpacked stands in the working or Spark's own folder."""
    places = [os.getcwd(), SparkFiles.getRootDirectory()]
    return next((p for p in (os.path.join(place, path) for place in places) if os.path.exists(p)), path)


def command(engine):
    return [found(part) for part in engine]


def through(engine, step, staging):
    """A function for mapInArrow that has a process do a step."""

    def feed(process, first, rest):
        try:
            with pyarrow.ipc.new_stream(process.stdin, first.schema) as writer:
                writer.write_batch(first)
                for batch in rest:
                    writer.write_batch(batch)
            process.stdin.close()
        except BrokenPipeError:
            pass  # The process has ended, and says why.
        except BaseException:
            process.kill()
            raise

    def run(batches):
        first = next(batches, None)
        if first is None:
            return
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(
                [*command(engine), "step", step, staging],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said,
            )
            try:
                feeder = threading.Thread(target=feed, args=(process, first, batches), daemon=True)
                feeder.start()
                try:
                    with pyarrow.ipc.open_stream(process.stdout) as reader:
                        yield from reader
                except pyarrow.ArrowInvalid:
                    process.wait()
                    if process.returncode == 0:
                        raise
                feeder.join()
                if process.wait() != 0:
                    said.seek(0)
                    reason = said.read()[-2000:].decode("utf-8", "replace")
                    raise RuntimeError(f"step {step} ended with {process.returncode}: {reason}")
            finally:
                process.kill()
                process.wait()

    return run


class Build:
    def __init__(self, spark, options, rest):
        self.spark = spark
        self.options = options
        self.rest = rest
        self.out = os.path.abspath(options.out)
        self.staging = f"{self.out}.spark-{uuid.uuid4().hex[:12]}"
        self.engine = [options.node, options.engine]

    def here(self, step, *args):
        """Has a process on the driver's machine do a step; answers what it prints."""
        done = subprocess.run(
            [*command(self.engine), "step", step, self.staging, *args], stdout=subprocess.PIPE, text=True
        )
        if done.returncode != 0:
            sys.exit(done.returncode)
        return done.stdout

    def table(self, name) -> DataFrame:
        return self.spark.read.parquet(f"file://{self.staging}/{name}")

    def keep(self, name, rows: DataFrame) -> DataFrame:
        """Writes rows to the shared folder, so that no executor that is lost later takes them along."""
        rows.write.parquet(f"file://{self.staging}/{name}")
        return self.table(name)

    def step(self, name, rows: DataFrame, batch) -> DataFrame:
        """Has processes beside the executors do a step; `batch` rows at most are handed over at once."""
        self.spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(batch))
        return rows.mapInArrow(through(self.engine, name, self.staging), SCHEMAS[name])

    def listed(self):
        def paths(argument):
            files = self.spark.read.format("binaryFile").load(argument).select("path")
            return [row.path for row in files.collect()]

        return [[argument, paths(argument)] for argument in self.options.inputs]

    def begin(self):
        os.makedirs(self.staging)
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(self.listed(), file)
            file.flush()
            return json.loads(self.here("begin", file.name, *self.rest))

    def read(self, paths) -> DataFrame:
        files = self.spark.read.format("binaryFile").load(paths).select("path", "content")
        return self.keep("items", self.step("read", files, 1))

    def survey(self, items: DataFrame) -> DataFrame:
        by_place = Window.orderBy("item")
        parts = items.where("kind = 'part'").select("item", (F.row_number().over(by_place) - 1).alias("file"))
        files = parts.select(F.expr(FILE).alias("number"), "file")
        rows = items.where("kind = 'item'").join(F.broadcast(files), F.expr(f"{FILE} = number"))
        rows = rows.select("item", F.col("file").cast("int"), "blob").repartition(self.options.partitions, "item")
        return self.keep("survey", self.step("survey", rows, 32))

    def dropped(self, keys: DataFrame) -> DataFrame:
        """Papers in whose place another is kept."""
        grouped = self.components(keys)
        if grouped is None:
            return None
        rows = keys.join(grouped, "record").select("component", "record", "item", "place", "file", "blob")
        rows = rows.repartition("component").sortWithinPartitions("component", "record")
        return self.keep("dropped", self.step("merge", rows, 4096))

    def components(self, keys: DataFrame) -> DataFrame:
        """Records that share a key, directly or by others, under the least number among them; None without any."""
        stated = F.array(*[F.struct(F.lit(i).alias("kind"), F.col(k).alias("value")) for i, k in enumerate(KEYS)])
        pairs = keys.select("record", F.explode(stated).alias("key")).where("key.value is not null")
        heads = pairs.groupBy("key").agg(F.min("record").alias("head"), F.count("*").alias("n")).where("n > 1")
        shared = self.keep("shared", pairs.join(heads, "key").select("record", "head"))
        if shared.isEmpty():
            return None
        labels = shared.groupBy("record").agg(F.min("head").alias("component"))
        for turn in range(100):
            labels = self.keep(f"labels-{turn}", labels)
            component = F.min("component").alias("component")
            # The least label of each group, for every record in it; then the label of the record that it names.
            groups = shared.join(labels, "record").groupBy("head").agg(component)
            wider = shared.join(groups, "head").groupBy("record").agg(component)
            named = labels.select(F.col("record").alias("component"), F.col("component").alias("further"))
            wider = wider.join(named, "component").select("record", F.least("component", "further").alias("component"))
            changed = wider.exceptAll(labels).limit(1).count()
            if changed == 0:
                return labels
            labels = wider
        raise RuntimeError("records are joined by chains that are too long")

    def candidates(self, texts: DataFrame, dropped, first: DataFrame, most):
        """The papers of the lowest ranks, of which the sample is drawn."""
        rows = texts.join(F.broadcast(first), "item").withColumn("record", F.col("first") + F.col("place"))
        rows = rows.orderBy("rank", "record").limit(most)
        if dropped is None:
            rows = rows.withColumn("dropped", F.lit(False))
        else:
            rows = rows.join(dropped.withColumn("dropped", F.lit(True)), ["item", "place"], "left")
        rows = rows.select("rank", "record", F.coalesce("dropped", F.lit(False)).alias("dropped"), "blob")
        self.keep("candidates", rows.coalesce(1))

    def assign(self, items: DataFrame) -> DataFrame:
        rows = items.where("kind = 'item'").select("item", "blob").join(F.broadcast(self.table("plan")), "item")
        rows = rows.repartition(self.options.partitions, "range").sortWithinPartitions("range", "item")
        rows = rows.select("range", "first_id", "papers", "dropped", "orders", "blob")
        return self.keep("assigned", self.step("assign", rows, 32))

    def index(self, assigned: DataFrame):
        """Sorts the search index by term: each part takes a stretch of the alphabet from all ranges."""
        pieces = assigned.where("kind = 'terms'").repartition(self.options.partitions, "target")
        pieces = pieces.sortWithinPartitions("target", "range", "piece")
        counts = self.keep("counts", self.step("count", pieces.select("target", "blob"), 8))
        before = F.sum("terms").over(Window.orderBy("target")) - F.col("terms")
        first = F.broadcast(counts.select("target", before.cast("int").alias("first_term")))
        rows = pieces.join(first, "target").sortWithinPartitions("target", "range", "piece")
        self.keep("indexed", self.step("index", rows.select("target", "first_term", "blob"), 8))

    def run(self):
        job = self.begin()
        items = self.read(job["paths"])
        survey = self.survey(items)
        counted = survey.where("kind = 'item'")
        facts = items.where("kind = 'part'").unionByName(counted.select("kind", "item", "blob"))
        self.keep("facts", facts.coalesce(1))
        before = F.sum("place").over(Window.orderBy("item")) - F.col("place")
        first = self.keep("first", counted.select("item", before.alias("first")))
        dropped = None
        if job["merges"]:
            keys = survey.where("kind = 'key'").join(F.broadcast(first), "item")
            dropped = self.dropped(keys.withColumn("record", F.col("first") + F.col("place")))
        self.candidates(survey.where("kind = 'text'").select("item", "place", "rank", "blob"), dropped, first,
                        job["candidates"])
        self.here("fit", str(self.options.partitions))
        self.index(self.assign(items))
        print(self.here("publish", self.out), end="")


def arguments():
    parser = argparse.ArgumentParser(description="Builds a Corpuscope dataset on Spark.", allow_abbrev=False)
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="files or folders, as Spark names them")
    parser.add_argument("--out", required=True, help="the dataset's folder, which all machines must share")
    parser.add_argument("--partitions", type=int, help="ranges of papers that are assigned by themselves")
    parser.add_argument("--node", default="node", help="Node, by its path or in an archive that Spark unpacks")
    parser.add_argument("--engine", default="engine/corpuscope.js", help="Corpuscope's program, likewise")
    return parser.parse_known_args()


def main():
    options, rest = arguments()
    spark = SparkSession.builder.appName("Corpuscope").getOrCreate()
    options.partitions = options.partitions or max(1, spark.sparkContext.defaultParallelism)
    build = Build(spark, options, rest)
    try:
        build.run()
    finally:
        shutil.rmtree(build.staging, ignore_errors=True)
        spark.stop()


if __name__ == "__main__":
    main()
