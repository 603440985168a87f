"""Reads the files of test/unit/corpus/independent with parsers of others, and records what they find.

    python3 -m venv venv && venv/bin/pip install rispy==0.10.0 bibtexparser==2.1.0
    venv/bin/python test/support/independent-parsers.py

writes test/unit/corpus/independent/parsed.json: for each file the parser with its version, and of every record title, year,
number of people and DOI as the parser states them. Neither parser counts people: a team is the length of its list of authors.
"""

import csv
import json
import platform
import re
from importlib.metadata import version
from pathlib import Path

import bibtexparser
import rispy

folder = Path(__file__).parent.parent / "unit/corpus/independent"


def year_of(text):
    found = re.match(r"\d{4}", text or "")
    return int(found[0]) if found else None


def record(title, year, people, doi):
    return {"title": title or None, "year": year_of(year), "people": people, "doi": doi or None}


def of_ris(path):
    for entry in rispy.loads(path.read_text(encoding="utf-8")):
        people = entry.get("first_authors", []) + entry.get("authors", [])
        title = entry.get("title") or entry.get("primary_title")
        year = entry.get("year") or entry.get("publication_year")
        yield record(title, year, len(people), entry.get("doi"))


def of_bibtex(path):
    middlewares = [
        bibtexparser.middlewares.LatexDecodingMiddleware(),
        bibtexparser.middlewares.SeparateCoAuthors(),
    ]
    library = bibtexparser.parse_string(path.read_text(encoding="utf-8"), append_middleware=middlewares)
    for entry in library.entries:
        fields = {name: field.value for name, field in entry.fields_dict.items()}
        yield record(fields.get("title"), str(fields.get("year", "")), len(fields.get("author", [])), fields.get("doi"))


def of_table(path, delimiter):
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=delimiter):
            people = [name for name in row["Authors"].split(";") if name.strip()]
            yield record(row["Title"], row["Year"], len(people), row["DOI"])


python = f"csv of Python {platform.python_version()}"
parsed = {
    "bees.ris": (f"rispy {version('rispy')}", of_ris),
    "bees.bib": (f"bibtexparser {version('bibtexparser')}", of_bibtex),
    "bees.csv": (python, lambda path: of_table(path, ",")),
    "bees.tsv": (python, lambda path: of_table(path, "\t")),
}
found = {name: {"parser": parser, "records": list(read(folder / name))} for name, (parser, read) in parsed.items()}
(folder / "parsed.json").write_text(json.dumps(found, ensure_ascii=False, indent="\t") + "\n", encoding="utf-8")
