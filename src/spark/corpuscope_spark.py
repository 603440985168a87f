"""Builds a Corpuscope dataset on Spark.

    spark-submit corpuscope_spark.py INPUT... --out FOLDER [--partitions N] [options of `corpuscope build`]

Papers are read, compared, assigned and written by `corpuscope step`, which runs beside each executor and takes and
gives batches of rows as Arrow streams. Spark says who does what, and joins, sorts and sums. README.md has the rest.
"""

import argparse
import functools
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

ITEMS = "kind string, item long, encoding string, blob binary"
SCHEMAS = {
    "read": ITEMS,
    "hash": ITEMS,
    "cut": ITEMS,
    "survey": "kind string, item long, place int, file int, id long, doi long, text long, title_year long, "
    "rank long, records int, reason string, excerpt string, blob binary",
    "merge": "item long, place int, by int",
    "account": "number long, file string, orders string, blob binary",
    "assign": "kind string, range int, target int, piece int, blob binary",
    "count": "target int, terms int",
    "index": "target int, blob binary",
}
KEYS = ["id", "doi", "text", "title_year"]
# Items of a large file are numbered by where they begin, in as many bytes.
PLACE = 1 << 16
# Bytes of the beginning and the end of a file by which its format is told.
HEAD, TAIL = 1 << 18, 66_000
# Endings of files that Spark unpacks by itself when it reads lines.
PACKED = (".gz", ".bz2", ".deflate", ".lz4", ".snappy", ".zst", ".zstd", ".xz", ".br")
MARK = b"\xef\xbb\xbf"


def number():
    """What an item's number is without its place in its file, which it ends with."""
    return F.expr("shiftright(item, 28)").alias("number")


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
        # Bytes that a task reads of a large file; bytes of files; files that begin with a mark.
        stretch = spark._jsparkSession.sessionState().conf().filesMaxPartitionBytes()
        self.stretch = max(2, stretch // PLACE) * PLACE
        self.lengths, self.marked = {}, set()

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

    def begin(self):
        os.makedirs(self.staging)
        listed = [[argument, self.files(argument)] for argument in self.options.inputs]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(listed, file)
            file.flush()
            return json.loads(self.here("begin", file.name, *self.rest))

    def files(self, argument):
        """The files below an argument by path and address; `self.lengths` learns their bytes."""
        found = self.spark.read.format("binaryFile").load(argument).select("path", "length", "_metadata.file_path")
        rows = found.collect()
        self.lengths.update({row.path: row.length for row in rows})
        return [[row.path, row.file_path] for row in rows]

    def edges(self, paths):
        """The beginnings and ends of files, one after the other."""
        jvm, settings = self.spark.sparkContext._jvm, self.spark.sparkContext._jsc.hadoopConfiguration()
        for path in paths:
            place = jvm.org.apache.hadoop.fs.Path(path)
            file = place.getFileSystem(settings).open(place)
            try:
                head = bytes(file.readNBytes(HEAD))
                file.seek(max(0, self.lengths[path] - TAIL))
                row = {"path": path, "length": self.lengths[path], "head": head, "tail": bytes(file.readNBytes(TAIL))}
            finally:
                file.close()
            if head.startswith(MARK):
                self.marked.add(path)
            yield pyarrow.RecordBatch.from_pylist([row])

    def lined(self, paths):
        """Those of the files that are larger than a stretch and can be cut at any line end."""
        large = [p for p in paths if self.lengths[p] > self.stretch and not p.lower().endswith(PACKED)]
        looked = through(self.engine, "look", self.staging)(self.edges(large))
        return [path for batch in looked for path in batch.column("path").to_pylist()]

    def lines(self, step, paths, columns, stretch) -> DataFrame:
        """Has a step done with the lines of files, without their line feeds; a task has a stretch of a file."""
        conf, names = self.spark.conf, [f"spark.sql.files.{name}" for name in ("maxPartitionBytes", "openCostInBytes")]
        before = [conf.get(name) for name in names]
        # Where every file costs as much as a stretch to open, no two stretches are given to one task.
        for name in names:
            conf.set(name, str(stretch))
        line = F.col("value").cast("binary").alias("line")
        rows = self.spark.read.option("lineSep", "\n").text(paths).select(*columns, line)
        kept = self.keep(step, self.step(step, rows, 1000))
        for name, value in zip(names, before):
            conf.set(name, value)
        return kept

    def read(self, job) -> DataFrame:
        paths, lined = job["paths"], self.lined(job["paths"])
        whole, parts = [p for p in paths if p not in set(lined)], []
        if whole:
            files = self.spark.read.format("binaryFile").load(whole).select("path", "content")
            parts.append(self.keep("items", self.step("read", files, 1)))
        if lined:
            uris = dict(zip(paths, job["uris"]))
            path, size, start, length = (
                F.col(f"_metadata.file_{name}") for name in ("path", "size", "block_start", "block_length"))
            marked = path.isin([uris[p] for p in self.marked]).cast("int")
            whole_file = [path.alias("path"), size.alias("length"), marked.alias("marked")]
            parts.append(self.lines("hash", lined, whole_file, 1 << 50))
            stretch = [path.alias("path"), start.alias("start"), (start + length).alias("end")]
            parts.append(self.lines("cut", lined, stretch, self.stretch))
        return functools.reduce(DataFrame.unionByName, parts)

    def survey(self, items: DataFrame) -> DataFrame:
        parts = items.where("kind = 'part'")
        files = parts.select(number(), (F.row_number().over(Window.orderBy("item")) - 1).alias("file"), "encoding")
        rows = items.where("kind = 'item'").select(number(), "item", "blob").join(files, "number")
        rows = rows.select("item", F.col("file").cast("int"), "encoding", "blob")
        return self.keep("survey", self.step("survey", rows.repartition(self.options.partitions, "item"), 32))

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
        rows = texts.join(first, "item").withColumn("record", F.col("first") + F.col("place"))
        rows = rows.orderBy("rank", "record").limit(most)
        if dropped is None:
            rows = rows.withColumn("dropped", F.lit(False))
        else:
            rows = rows.join(dropped.withColumn("dropped", F.lit(True)), ["item", "place"], "left")
        rows = rows.select("rank", "record", F.coalesce("dropped", F.lit(False)).alias("dropped"), "blob")
        self.keep("candidates", rows.coalesce(1))

    def account(self, items: DataFrame, counted: DataFrame, dropped) -> DataFrame:
        """Adds up what is known of each file."""
        parts = items.where("kind = 'part'").select(number(), "kind", "item", "blob")
        if dropped is None:
            parts = parts.withColumn("merged", F.lit(None).cast("string"))
        else:
            by_key = dropped.groupBy(number(), "by").count()
            counts = F.map_from_entries(F.collect_list(F.struct(F.col("by").cast("string"), "count")))
            merged = by_key.groupBy("number").agg(F.to_json(counts).alias("merged"))
            parts = parts.join(merged, "number", "left")
        sums = counted.select(number(), "kind", "item", "blob", F.lit(None).cast("string").alias("merged"))
        rows = parts.unionByName(sums).repartition("number").sortWithinPartitions("number", F.desc("kind"), "item")
        return self.keep("account", self.step("account", rows.select("number", "kind", "merged", "blob"), 4096))

    def rejections(self, survey: DataFrame, counted: DataFrame, account: DataFrame):
        """Gives rejections the names of their files and their places there."""
        before = F.sum("records").over(Window.partitionBy(number()).orderBy("item")) - F.col("records")
        rows = survey.where("kind = 'rejection'").join(counted.select("item", before.alias("before")), "item")
        rows = rows.select(number(), (F.col("before") + F.col("place") + 1).cast("int").alias("record"), "reason", "excerpt")
        self.keep("rejections", rows.join(account, "number").select("file", "record", "reason", "excerpt"))

    def plan(self, items: DataFrame, counted: DataFrame, dropped, account: DataFrame) -> DataFrame:
        """Says of each item which papers of it are dropped, the id of the first kept, and with what others it goes."""
        rows = counted.select(number(), "item", F.col("place").alias("papers"))
        if dropped is None:
            rows = rows.withColumns({"dropped": F.lit(None).cast("string"), "gone": F.lit(0)})
        else:
            places = F.transform(F.sort_array(F.collect_list("place")), lambda place: place.cast("string"))
            gone = dropped.groupBy("item").agg(F.array_join(places, ",").alias("dropped"), F.count("*").alias("gone"))
            rows = rows.join(gone, "item", "left").fillna({"gone": 0})
        kept = F.col("papers") - F.col("gone")
        rows = rows.withColumn("first_id", (F.sum(kept).over(Window.orderBy("item")) - kept).cast("int"))
        total = F.sum(kept).over(Window.partitionBy())
        ranges = self.options.partitions
        at = F.least(F.lit(ranges - 1), F.floor(F.col("first_id").cast("long") * ranges / total))
        encodings = items.where("kind = 'part'").select(number(), "encoding")
        rows = rows.withColumn("range", at.cast("int")).join(account.select("number", "orders"), "number")
        rows = rows.join(encodings, "number").select("item", "range", "first_id", "papers", "dropped", "orders", "encoding")
        return self.keep("plan", rows)

    def assign(self, items: DataFrame, plan: DataFrame) -> DataFrame:
        rows = items.where("kind = 'item'").select("item", "blob").join(plan, "item")
        rows = rows.repartition(self.options.partitions, "range").sortWithinPartitions("range", "item")
        rows = rows.select("range", "first_id", "papers", "dropped", "orders", "encoding", "blob")
        return self.keep("assigned", self.step("assign", rows, 32))

    def index(self, assigned: DataFrame):
        """Sorts the search index by term: each part takes a stretch of the alphabet from all ranges."""
        pieces = assigned.where("kind = 'terms'").repartition(self.options.partitions, "target")
        pieces = pieces.sortWithinPartitions("target", "range", "piece")
        counts = self.keep("counts", self.step("count", pieces.select("target", "blob"), 8))
        before = F.sum("terms").over(Window.orderBy("target")) - F.col("terms")
        first = counts.select("target", before.cast("int").alias("first_term"))
        rows = pieces.join(first, "target").repartition(self.options.partitions, "target")
        rows = rows.sortWithinPartitions("target", "range", "piece")
        self.keep("indexed", self.step("index", rows.select("target", "first_term", "blob"), 8))

    def run(self):
        job = self.begin()
        items = self.read(job)
        survey = self.survey(items)
        counted = survey.where("kind = 'item'")
        before = F.sum("place").over(Window.orderBy("item")) - F.col("place")
        first = self.keep("first", counted.select("item", before.alias("first")))
        dropped = None
        if job["merges"]:
            keys = survey.where("kind = 'key'").join(first, "item")
            dropped = self.dropped(keys.withColumn("record", F.col("first") + F.col("place")))
        self.candidates(survey.where("kind = 'text'").select("item", "place", "rank", "blob"), dropped, first,
                        job["candidates"])
        account = self.account(items, counted, dropped)
        self.rejections(survey, counted, account)
        self.here("fit", str(self.options.partitions))
        self.index(self.assign(items, self.plan(items, counted, dropped, account)))
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
