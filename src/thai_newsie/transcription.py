"""Names of persons in Latin letters by the Royal Thai General System of Transcription, as PyThaiNLP transcribes them.

It is done on demand only, because it errs: PyThaiNLP's rules do not know vowels that are spoken and not written, so that
ทวีสิน becomes "thwisin". A result that is no sequence of syllables of the system is dropped. Of the rest three words of four
are right (figures in docs/contract.md): a help for reading, not the way a person writes their name.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from thai_newsie.schema.article import Article, Person
from thai_newsie.text.characters import LEADING_VOWELS

_TRANSCRIBED_WORDS_KEPT = 65_536  # of names: the same persons recur
_VOWEL = r"(?:ueai|iao|uai|uea|aeo|oei|a[eio]?|u[aei]?|i[ao]?|e[o]?|o[ei]?)"
_CODA = r"(?:ng|[ktnpm])?"
_SYLLABLE = rf"(?:kh?[rlw]?|ng|ch|th?r?|ph?[rl]?|[ydnbfmrlwsh]){_VOWEL}{_CODA}"
_SPOKEN = regex.compile(rf"(?:{_SYLLABLE})+")
# A syllable that begins with a vowel sound is written with อ, at the start of a name or inside.
_SPOKEN_WITH_O_ANG = regex.compile(rf"(?:{_SYLLABLE}|{_VOWEL}{_CODA})+")
_O_ANG = "อ"


def with_transcriptions(article: Article) -> Article:
    """The article with `latin` of the persons whom it names in Thai only, where their name can be transcribed.

    >>> article = Article(people=(Person(id="p1", name="สมชาย ใจดี", given="สมชาย", family="ใจดี"),))
    >>> person = with_transcriptions(article).people[0]
    >>> person.latin, person.latin_source
    ('Somchai Chaidi', 'transcription')
    """
    people = tuple(person if person.latin else _transcribed(person) for person in article.people)
    return article.model_copy(update={"people": people})


def _transcribed(person: Person) -> Person:
    latin = transcription(person.name)
    return person.model_copy(update={"latin": latin, "latin_source": "transcription"}) if latin else person


def transcription(name: str) -> str:
    """A Thai name, its words parted by spaces, in Latin letters; "" if one of its words cannot be transcribed.

    >>> transcription("ประยุทธ์ จันทร์เพ็ง"), transcription("เศรษฐา ทวีสิน")
    ('Prayut Chanpheng', '')
    """
    words = [_word(word) for word in name.split()]
    return " ".join(words) if all(words) else ""


@lru_cache(maxsize=_TRANSCRIBED_WORDS_KEPT)
def _word(word: str) -> str:
    from pythainlp.transliterate import romanize

    latin = romanize(word, engine="royin")
    first = word.lstrip(LEADING_VOWELS)[:1]
    pattern = _SPOKEN_WITH_O_ANG if _O_ANG in word else _SPOKEN
    if not pattern.fullmatch(latin) or (first == _O_ANG) != (latin[0] in "aeiou"):
        return ""
    return latin.capitalize()
