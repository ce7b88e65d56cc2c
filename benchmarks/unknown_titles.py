"""What stands beside the names of persons and is in none of the tables, by frequency.

    python benchmarks/unknown_titles.py FOLDER [--step 5] [--top 300]

FOLDER holds articles in any format that thai-newsie reads. A full name that stands behind a title
of the table often enough is looked for everywhere. Three lists say, each with its count, what the
tables do not know: what stands before the name and ends in no title; what follows the name with its
title and begins neither as an office nor as a word that ends a name; and the words before "ว่า"
there that hold no verb of saying. Each list's heading says what share of the places it is.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

import regex

from thai_newsie import read
from thai_newsie.lexicon import table, values
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.schema.article import Failure
from thai_newsie.text.normalized import NormalizedText
from thai_newsie.text.words import words

_WORD = r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e]"
_FULL_NAME = regex.compile(rf" ?(?P<name>{_WORD}{{2,15}}+ {_WORD}{{3,25}}+)(?=[ \n(),”]|$)")
_SPEECH = regex.compile(rf"(?:{_WORD}| ){{2,40}}?(?<!ก|ระห)ว่า(?!ง)")
_OFTEN_ENOUGH = 3  # times behind a title before a name is believed
_REACH = 60  # characters looked at on either side of a name


@dataclass
class Beside:
    """What stood in one place beside a name: how often at all, and what of it is unknown."""

    heading: str
    places: int = 0
    unknown: Counter[str] = field(default_factory=Counter)

    def add(self, words_there: str, *, known: bool) -> None:
        """Count one place."""
        self.places += 1
        if not known:
            self.unknown[words_there] += 1

    def show(self, top: int) -> None:
        """Print the share that is unknown, and the `top` most frequent."""
        share = self.unknown.total() / max(self.places, 1)
        print(f"# {self.heading}: {self.unknown.total()} of {self.places} unknown ({share:.1%})")
        for string, times in self.unknown.most_common(top):
            print(f"{times}\t{string}")


@cache
def _matcher(*names: str) -> Matcher:
    """Finds the words of these tables."""
    return Matcher(dict.fromkeys((row["word"] for name in names for row in table(name)), ""))


@cache
def _strict_titles() -> Matcher:
    return Matcher({row["word"]: "" for row in table("titles") if "loose" not in values(row["flags"])})


def begins_known(text: str) -> bool:
    """Whether an office, a title, a verb of saying or a word that ends a name begins a text."""
    known = _matcher("positions", "position_prefixes", "titles", "name_stops", "speech_verbs")
    return next((start == 0 for start, _, _ in known.find(text)), False)


def _ends_in_title(text: str) -> bool:
    text = text.rstrip()
    return any(end == len(text) for _, end, _ in _matcher("titles").find(text))


def _has_verb(text: str) -> bool:
    known = _matcher("speech_verbs", "positions")
    return next(iter(known.find(text)), None) is not None


def texts(folder: str, step: int) -> Iterator[str]:
    """The normalized text of every `step`-th article."""
    for article in islice(read(folder), None, None, step):
        if not isinstance(article, Failure):
            yield NormalizedText(f"{article.title}\n{article.text}").text


def believed_names(articles: Iterable[str]) -> Matcher:
    """Finds the full names that stand behind a title often enough."""
    seen: Counter[str] = Counter()
    for text in articles:
        for _, end, _ in _strict_titles().find(text):
            if name := _FULL_NAME.match(text, end):
                seen[name["name"]] += 1
    stops = {row["word"] for row in table("name_stops")} | {row["word"] for row in table("speech_verbs")}
    return Matcher(
        {
            name: ""
            for name, times in seen.items()
            # "สมชาย กล่าวว่า" is no full name
            if times >= _OFTEN_ENOUGH and words(name.partition(" ")[2])[0] not in stops
        }
    )


def unknown(articles: list[str]) -> tuple[Beside, Beside, Beside]:
    """What stands before a name, behind a titled one, and before "ว่า" there."""
    before = Beside("before a name")
    after = Beside("behind a titled name")
    saying = Beside('before "ว่า" behind a titled name')
    names = believed_names(articles)
    for text in articles:
        for start, end, _ in names.find(text):
            head = text[max(0, start - _REACH) : start].rpartition("\n")[2]
            tail = text[end : end + _REACH].partition("\n")[0].lstrip(" (,")
            titled = _ends_in_title(head)
            before.add(_last_word(head), known=titled)
            if not (titled and tail):
                continue
            after.add("".join(words(tail)[:2]).rstrip(), known=begins_known(tail))
            if speech := _SPEECH.match(tail):
                saying.add(speech[0], known=_has_verb(speech[0]))
    return before, after, saying


def _last_word(head: str) -> str:
    last = head.rstrip().rpartition(" ")[2]
    return last[-25:] if last else "(the line begins)"


def arguments(description: str | None, step: int) -> argparse.Namespace:
    """What the lists of unknown words are asked with: the folder, every how many-th article, how many lines."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", help="articles, in any format that thai-newsie reads")
    parser.add_argument("--step", type=int, default=step, help=f"read every n-th article (default {step})")
    parser.add_argument("--top", type=int, default=300, help="lines of each list (default 300)")
    return parser.parse_args()


def main() -> None:
    """Print the lists."""
    options = arguments(__doc__, step=5)
    for place in unknown(list(texts(options.folder, options.step))):
        place.show(options.top)


if __name__ == "__main__":
    main()
