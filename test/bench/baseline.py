"""The usual recipe with scikit-learn, timed as one command: TF-IDF, truncated SVD to 100 components, k-means.

usage: baseline.py FILE.jsonl[.gz] K
Prints one line of JSON with the number of papers and the version of scikit-learn.
"""

import gzip
import json
import sys

import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import Normalizer


def text_of(line):
    record = json.loads(line)
    return record.get("text") or " ".join(record.get(key) or "" for key in ("title", "abstract"))


path, k = sys.argv[1], int(sys.argv[2])
opened = gzip.open if path.endswith(".gz") else open
with opened(path, "rt", encoding="utf-8") as lines:
    texts = [text_of(line) for line in lines]

recipe = make_pipeline(
    TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=5, max_df=0.5, max_features=50_000),
    TruncatedSVD(100, random_state=0),
    Normalizer(copy=False),
    KMeans(k, n_init=1, random_state=0),
)
recipe.fit(texts)
print(json.dumps({"papers": len(texts), "version": sklearn.__version__}))
