"""Which organizations the extraction names that no table knows, and abbreviations that may be organizations, by frequency.

    python benchmarks/unknown_organizations.py FOLDER [--step 20] [--top 300]

FOLDER holds articles in any format that thai-newsie reads. The first list holds the organizations that were
read by their first word or their abbreviation alone and stand neither in organizations.tsv nor in
organization_names.tsv: a frequent one is a row to add, or no name. The second list holds what
stands in parentheses behind an organization, where abbreviations are given, and is in no table. Each
heading says what share of all mentions, or of all parentheses, is unknown; the lists count articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import regex

from thai_newsie import extract_many, read
from thai_newsie.lexicon import table, values
from thai_newsie.schema.article import Article, Organization
from unknown_titles import arguments

_GIVEN = regex.compile(r" ?\( ?(?P<form>[ก-ฮ][ก-๎.]{1,8}\.?|[A-Z][A-Za-z&-]{1,9}) ?\)")


@cache
def _known() -> frozenset[str]:
    """Every form of the tables, without spaces."""
    columns = ("abbreviations", "short", "guarded", "english")
    organizations = table("organizations")
    forms = [row["word"] for name in ("organizations", "organization_names") for row in table(name)]
    forms += [form for row in organizations for column in columns for form in values(row[column])]
    return frozenset(form.replace(" ", "") for form in forms)


def _is_known(form: str) -> bool:
    return form.replace(" ", "") in _known()


def unknown_organizations(articles: Iterable[Article]) -> tuple[Counter[str], Counter[str], int, int]:
    """Unknown names and unknown abbreviations with their articles; mentions and parentheses at all."""
    names: Counter[str] = Counter()
    given: Counter[str] = Counter()
    mentions = parentheses = 0
    for article in articles:
        mentions += sum(len(organization.mentions) for organization in article.organizations)
        names.update({b.name for b in article.organizations if not b.canonical and not _is_known(b.name)})
        forms = [
            form for organization in article.organizations for form in _forms_behind(article, organization)
        ]
        parentheses += len(forms)
        given.update({form for form in forms if not _is_known(form.rpartition(" = ")[2])})
    return names, given, mentions, parentheses


def _forms_behind(article: Article, organization: Organization) -> Iterator[str]:
    """What stands in parentheses behind an organization's mentions, with its name."""
    for mention in organization.mentions:
        form = _GIVEN.match(article.text, mention.end) if mention.field == "text" else None
        if form:
            yield f"{mention.text} = {form['form']}"


def main() -> None:
    """Print the lists."""
    options = arguments(__doc__, step=20)
    records = extract_many(islice(read(options.folder), None, None, options.step))
    articles = (record for record in records if isinstance(record, Article))
    names, given, mentions, parentheses = unknown_organizations(articles)
    print(f"# bodies of no table: {names.total()} of {mentions} mentions")
    for string, times in names.most_common(options.top):
        print(f"{times}\t{string}")
    print(f"# in parentheses behind a body, of no table: {given.total()} of {parentheses}")
    for string, times in given.most_common(options.top):
        print(f"{times}\t{string}")


if __name__ == "__main__":
    main()
