"""Themes over the years and nearest papers of a dataset: python explore.py my-dataset --out tables"""

import argparse
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd


def open_dataset(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection in which each table of a dataset is one view, in however many files it lies. Nothing is written."""
    connection = duckdb.connect()
    for number, file in enumerate(sorted(folder.glob("*.duckdb"))):
        path = str(file).replace("'", "''")
        connection.execute(f"ATTACH '{path}' AS part_{number:04} (READ_ONLY)")
    found = connection.execute(
        "SELECT table_name, database_name FROM duckdb_tables() WHERE database_name LIKE 'part_%' ORDER BY ALL"
    ).fetchall()
    if not found:
        raise SystemExit(f"{folder} holds no .duckdb files: is it a dataset?")
    parts: dict[str, list[str]] = {}
    for table, catalog in found:
        parts.setdefault(table, []).append(f'FROM {catalog}."{table}"')
    for table, selections in parts.items():
        connection.execute(f'CREATE VIEW "{table}" AS {" UNION ALL ".join(selections)}')
    return connection


def unit_vectors(connection: duckdb.DuckDBPyConnection) -> tuple[np.ndarray, np.ndarray]:
    """Paper ids, and a row of length 1 for each; a paper without known words has a row of zeros."""
    columns = connection.sql("FROM paper_vectors ORDER BY paper_id").fetchnumpy()
    ids = columns["paper_id"]
    vectors = np.frombuffer(b"".join(columns["vector"]), dtype=np.int8).reshape(len(ids), -1)
    vectors = vectors.astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return ids, np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)


def themes_by_year(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Papers by year and published theme; those without a date are left out."""
    papers = connection.sql(
        "SELECT year(published) AS year, label AS theme FROM papers JOIN themes USING (theme_id) "
        "WHERE published IS NOT NULL"
    ).df()
    return pd.crosstab(papers["year"], papers["theme"])


def nearest_papers(connection: duckdb.DuckDBPyConnection, at_once: int = 1000) -> pd.DataFrame:
    """Each paper with the one nearest to it and their cosine, in blocks, so that memory stays small."""
    ids, vectors = unit_vectors(connection)
    known = vectors.any(axis=1)
    ids, vectors = ids[known], vectors[known]
    nearest, cosine = [], []
    for start in range(0, len(ids), at_once):
        products = vectors[start : start + at_once] @ vectors.T
        rows = np.arange(len(products))
        products[rows, start + rows] = -np.inf
        best = products.argmax(axis=1)
        nearest.extend(ids[best])
        cosine.extend(products[rows, best])
    return pd.DataFrame({"paper_id": ids, "nearest_id": nearest, "cosine": cosine})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--out", type=Path, help="folder for the tables as CSV")
    arguments = parser.parse_args()

    connection = open_dataset(arguments.dataset)
    years, nearest = themes_by_year(connection), nearest_papers(connection)
    print("Share of each theme in the papers of a year, in percent", "", sep="\n")
    print((years.div(years.sum(axis=1), axis=0) * 100).round(1).to_string(), "", sep="\n")
    titles = connection.sql("SELECT paper_id, title FROM papers").df().set_index("paper_id")["title"]
    print("Papers that are most alike", "", sep="\n")
    for pair in nearest[nearest.paper_id < nearest.nearest_id].nlargest(5, "cosine").itertuples():
        print(f"{pair.cosine:.3f}  {titles[pair.paper_id]}\n       {titles[pair.nearest_id]}")
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
        years.to_csv(arguments.out / "themes-by-year.csv")
        nearest.to_csv(arguments.out / "nearest.csv", index=False)


if __name__ == "__main__":
    main()
