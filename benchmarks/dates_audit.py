"""Two audits of the dates package over many articles that nobody has annotated.

    python benchmarks/dates_audit.py FOLDER [--step 1] [--show 8]

FOLDER holds articles in any format that thai-newsie reads; every `--step`-th is looked at.

Coverage: every month's name, every number from 2400 to 2699 and every clock figure before "น." lies
inside a result, or in a class of reasoned exceptions, or is unexplained.

Consistency: a weekday written before a date is that date's; "วันนี้ (date)" lies within three days
of the page's own date. What disagrees is sorted by what it looks like.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from datetime import date
from itertools import islice

import regex

from thai_newsie import read
from thai_newsie.schema.article import Failure
from thai_newsie.stages.dates import Expression
from thai_newsie.stages.dates.find import expressions
from thai_newsie.stages.dates.patterns import any_of, column, weekday
from thai_newsie.stages.dates.times import clocks
from thai_newsie.text.normalized import NormalizedText

_REACH = 60  # characters looked at on either side

TRIGGERS = {
    "month": regex.compile(
        rf"{any_of(column('months', 'word', 'forms'))}|(?<=[0-9] ?|เดือน ?){any_of(column('months', 'abbreviations'))}"
    ),
    "year": regex.compile(r"(?<![0-9.,])2[456][0-9]{2}(?![0-9]|[.,][0-9])"),
    "clock": regex.compile(r"(?<![0-9.,])[0-9]{1,2}[.:][0-9]{2} {0,2}น\."),
}
# Why something that looks like a date is none. Each is tried on "before «trigger» behind".
EXCEPTIONS = {
    "month": {
        "comes again every year": r"».{0,45}(?:ทุก ?ๆ? ?ปี|แต่ละปี|ทุก ๆ ปี|ของปีถัดไป)",
        "an organization, a thing or a name with letters that begin like a month's": r"«[^»]*»(?:ศ\.|ร\.|ส\.|ต\.|อ\.|[ก-ฮ]\.|[ก-ฺ])",
    },
    "year": {
        "a number within a year (ครั้งที่ 1/2565)": r"[0-9ก-๛A-Z.)] ?/ ?«|«[^»]*»/[0-9]",
        "a telephone number": r"(?:[0-9] ?[- ] ?|0 )«|«[^»]*»[- ] ?[0-9]{3,4}(?![0-9])|โทร[^\n]{0,12}«",
        "an address on the net or a file's name": r"[/_=\-a-zA-Z0-9%.]{6,}-?«|«[^»]*»[/_][A-Za-z0-9]",
        "a standard's or road's number": r"(?:มอก|มรท|มกษ|มผช|TIS|ISO|ทล|ทช|หมายเลข|เลขที่)\.?[^\n]{0,12}«",
        "an amount": r"«[^»]*» ?(?:คน|ราย|บาท|ล้าน|ตัน|ไร่|แห่ง|หลัง|ครั้ง|เมตร|ตาราง|กิโล|กม|ลูกบาศก์|โดส|%|ดอลลาร์|จุด|ครัวเรือน|เครื่อง|MW|เมกะ)|(?:จำนวน|ประมาณ|กว่า|ร้อยละ|ราคา) ?«",
        "a cell of a table": r"(?:\n|\| ?|\t)«|«[^»]*»(?:\n[0-9]|\n?$)",
        "the year of an event, a gift, a feast, a work: part of its name": r"[ก-๛A-Za-z”\"’'.)ฯ] {0,3}«",
        "the year of an event, written as a range": r"2[456][0-9]{2} ?[-–/] ?«|«[^»]*» ?[-–/] ?2?[456]?[0-9]{2}",
        "a heading or a quotation that begins with the year": r"[“\"(#‘] ?«",
    },
    "clock": {"the head of a title (น.ส.)": r"»ส"},
}  # fmt: skip
_REASONS = {kind: {why: regex.compile(p) for why, p in table.items()} for kind, table in EXCEPTIONS.items()}
_WEEKDAY = regex.compile(rf"(?r)(?:วัน)?(?P<name>{weekday()}) ?(?:ที่)? {{0,2}}")
_TODAY = regex.compile(r"(?r)วันนี้ ?\( ?(?:วัน\S{0,12} ?)?(?:ที่)? ?")


class Audit:
    def __init__(self) -> None:
        self.totals: Counter[str] = Counter()
        self.reasons: Counter[tuple[str, str]] = Counter()
        self.examples: defaultdict[tuple[str, str], list[str]] = defaultdict(list)

    def note(self, kind: str, why: str, example: str) -> None:
        self.reasons[kind, why] += 1
        self.examples[kind, why].append(example.replace("\n", "⏎"))

    def article(self, text: str, published: date | None) -> None:
        found = expressions(text, published)
        covered = bytearray(len(text) + 1)
        for item in (*found, *clocks(text)):
            covered[item.start : item.end] = b"\1" * (item.end - item.start)
        for kind, pattern in TRIGGERS.items():
            for match in pattern.finditer(text):
                self.totals[kind] += 1
                if not covered[match.start()]:
                    context = f"{text[max(0, match.start() - _REACH) : match.start()]}«{match[0]}»{text[match.end() : match.end() + _REACH]}"
                    whys = (why for why, reason in _REASONS[kind].items() if reason.search(context))
                    self.note(kind, next(whys, "unexplained"), context)
        for item in found:
            if item.kind == "day" and len(item.value) == 10 and not item.value.startswith("X"):
                self.consistent(text, item, published)

    def consistent(self, text: str, item: Expression, published: date | None) -> None:
        day = date.fromisoformat(item.value)
        context = f"{published} {text[max(0, item.start - 30) : item.end + 5]} = {item.value}"
        if (written := _WEEKDAY.match(text, 0, item.start)) and item.rule != "relative.weekday":
            self.totals["weekday"] += 1
            off = (day.isoweekday() - int(column("weekdays", "word", "forms")[written["name"]])) % 7
            if off:
                self.note("weekday", _weekday_slip(day, off), context)
        if published and _TODAY.match(text, 0, item.start):
            self.totals["today"] += 1
            away = (published - day).days
            if abs(away) > 3:
                self.note("today", _today_slip(away, day, published), context)

    def report(self, show: int) -> None:
        for kind, total in self.totals.items():
            print(f"\n{kind}: {total}")
            for (of, why), number in self.reasons.most_common():
                if of == kind:
                    print(f"  {number:6d}  {100 * number / total:6.2f} %  {why}")
                    for example in self.examples[of, why][:: max(1, number // show)][:show] if show else ():
                        print(f"            {example}")


def _weekday_slip(day: date, off: int) -> str:
    if off in (1, 6):
        return "one day beside: yesterday's notice with today's weekday, or the reverse"
    other = [
        y
        for y in (day.year - 1, day.year + 1)
        if (
            day.replace(year=y, day=min(day.day, 28)).isoweekday()
            - day.replace(day=min(day.day, 28)).isoweekday()
            + off
        )
        % 7
        == 0
    ]
    return (
        "the weekday of the same day a year before or after"
        if other
        else "another weekday: the day, the month or the weekday is mistyped"
    )


def _today_slip(away: int, day: date, published: date) -> str:
    if day.day == published.day:
        return "the same day of another month: the month is mistyped"
    if 3 < away <= 14:
        return "up to two weeks before the page: posted late"
    return "further off" if away > 0 else "after the page's date: the day is mistyped"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="examples of each class")
    options = parser.parse_args()
    audit = Audit()
    for article in islice(read(options.folder), 0, None, options.step):
        if not isinstance(article, Failure):
            audit.article(NormalizedText(article.joined).text, article.published_date)
    audit.report(options.show)


if __name__ == "__main__":
    main()
