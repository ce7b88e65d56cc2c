"""How fast the recognizer reads, beside PyThaiNLP's own, on the same articles, tokens given to both.

    python benchmarks/recognizer.py ../shared/corpus [ARTICLES]

PyThaiNLP's CRF is the file that it ships (it asks for a download first: that step is patched out), with
the part-of-speech tagger it ships. Needs the `train` extra. One core: OMP_NUM_THREADS=1.
"""

import sys
import time
from itertools import islice
from pathlib import Path

from training.train import corpus

from thai_newsie.ner.recognize import recognize
from thai_newsie.text.words import word_starts, words


def main(folder: Path, count: int) -> None:
    texts = list(islice(corpus(folder, 97), count))
    starts = [word_starts(text) for text in texts]
    characters = sum(map(len, texts))
    recognize("ก")  # loads the model and the lists
    for run in ("first", "second"):
        begin = time.process_time()
        for text, given in zip(texts, starts, strict=True):
            recognize(text, given)
        spent = time.process_time() - begin
        print(f"thai-newsie, {run} reading: {characters / spent:,.0f} characters a second")
    tagger = pythainlp_tagger()
    some = texts[: max(1, count // 20)]
    tokens = [words(text) for text in some]
    begin = time.process_time()
    for given in tokens:
        tagged = pythainlp_tagger.pos_tag(given)
        tagger.crf.tag(tagger._extract_features(tagged))
    spent = time.process_time() - begin
    print(f"PyThaiNLP: {sum(map(len, some)) / spent:,.0f} characters a second")


def pythainlp_tagger():
    """PyThaiNLP's tagger over the file it ships."""
    from functools import partial

    import pycrfsuite
    from pythainlp.corpus import corpus_path
    from pythainlp.tag import pos_tag
    from pythainlp.tag.thainer import ThaiNameTagger

    tagger = ThaiNameTagger.__new__(ThaiNameTagger)
    tagger.crf = pycrfsuite.Tagger()
    tagger.crf.open(str(Path(corpus_path()) / "thainer_crf_1_5_1.model"))
    pythainlp_tagger.pos_tag = partial(pos_tag, engine="perceptron", corpus="orchid")
    return tagger


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500)
