"""Full names of organizations that recur in a corpus and that no table knows, for a person to look through.

    python benchmarks/mine_organizations.py FOLDER [--least 8] > data/organizations/organization_names.tsv

FOLDER holds articles in any format that thai-newsie reads. A candidate begins with a head of
organization_heads, where a name may begin, and ends where its run of letters ends: at a space, a
mark or a line's end. It becomes a row if it ends just there a few times, if nothing shows that it
says more than a name ("กรมควบคุมโรคกล่าว"), less ("กระทรวงดิจิทัลเพื่อ") or names no single organization
("โรงพยาบาลทุกแห่ง"), and if it stands often enough in the corpus. What a person refused on sight is
kept in benchmarks/refused_organizations.tsv; --why prints what was left out, and the reason.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import regex

from thai_newsie import read
from thai_newsie.lexicon import table, values
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.schema.article import Failure
from thai_newsie.text.normalized import NormalizedText
from thai_newsie.text.words import word_starts

_LETTERS = r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]"
# A name goes on behind a space with a number ("กองทัพภาคที่ 4"), with its patronage, with what it is
# for, or with the last part of a list ("กรมอุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช").
_NUMBER = r"(?:(?<=ที่|ภาค|เขต) ?\d{1,3}(?![\d.:]))"
_MORE = rf"(?: (?:ในพระ|ใน พระ|เฉลิมพระเกียรติ|แห่งประเทศไทย|อันเนื่องมาจาก|และ(?!กระทรวง|กรม|สำนัก)){_LETTERS}++)"
_LEGAL_FORM = r"[^\n\d(),“”\"]{2,50}?(?:\((?:ประเทศไทย|ไทยแลนด์)\) )?จำกัด(?: ?\(มหาชน\))?"
_MIN_NAME = 3  # letters behind the head
_ENDS = 3  # times a candidate ends at a space, a mark or a line's end
# Heads behind which a name's own form proves it: a place ("เรือนจำกลางนครปฐม") or a legal form.
_CLOSED = (
    "โรงพยาบาล", "โรงเรียน", "วิทยาลัย", "เรือนจำ", "ทัณฑสถาน", "เทศบาล", "องค์การบริหารส่วน", "บริษัท",
    "ด่านศุลกากร", "แขวงทางหลวง", "หมวดทางหลวง", "สถานีตำรวจ", "สถานเอกอัครราชทูต", "ที่ว่าการอำเภอ", "สำนักงานเขต",
)  # fmt: skip
_TRUNCATED = 0.6  # share of one and the same word behind a name that shows that the name goes on

# What a name may follow without a space: "อธิบดีกรม…", "ร่วมกับสำนักงาน…", "ของมหาวิทยาลัย…".
_OPENERS = (
    "ของ", "โดย", "และ", "กับ", "ณ", "จาก", "ใน", "ให้", "แก่", "ว่า", "ที่", "ถึง", "ต่อ", "หรือ",
    "ตาม", "ยัง", "เช่น", "รวมถึง", "อาทิ", "ได้แก่", "คือ", "เป็น", "เยี่ยม", "ทั้ง", "ด้วย", "ประชุม",
    "สังกัด", "จัดตั้ง", "ผู้อำนวยการ", "อธิบดี", "อธิการบดี", "เลขาธิการ", "เลขานุการ", "ปลัด",
    "ประธาน", "ผู้ว่าการ", "หัวหน้า", "ผู้แทน", "เจ้าหน้าที่", "นายก", "โฆษก", "กรรมการ", "ผู้บัญชาการ",
    "ผู้จัดการ", "คณบดี", "สมาชิก", "พนักงาน", "ข้าราชการ", "หน่วยงาน", "ผู้บริหาร", "ที่ปรึกษา",
    "ผู้อำนวยการใหญ่", "กรรมการผู้จัดการ",
)  # fmt: skip
# What may stand behind a whole name to say which one it is: "สำนักงานประกันสังคมจังหวัดตาก".
_WHICH_ONE = regex.compile(r"จังหวัด|อำเภอ|เขต|ภาค|ประจำ|แห่ง|สาขา|ในพระ|เฉลิม|ระดับ|ส่วน|ตำบล|เมือง")
_ENDS_OPEN = regex.compile(
    r"(?:และ|เพื่อ|แห่ง|ของ|ใน|ที่|การ|ความ|ด้าน|กับ|หรือ|ร่วม|โดย|ว่าด้วย|สำหรับ|ระหว่าง|จาก|แก่|ให้|ต่อ|ผู้|ตาม|ณ|กลุ่ม|ทั้ง|ต่าง|นำ|จัด|ไทยและ)$"
)


# Heads that name places more often than organizations, and the organizations among them.
_VENUES = regex.compile(
    r"สถานี(?!ตำรวจ|วิทยุ|โทรทัศน์|อนามัย|กาชาด)|ศูนย์(?:การ)?ประชุม|ศูนย์แสดงสินค้า|ศูนย์ราชการ|ศูนย์การค้า|ศูนย์รังสิต"
    r"|สหกรณ์จังหวัด|สหพันธ์สาธารณรัฐ|คณะรัฐมนตรี|คณะทำงาน(?:รัฐมนตรี|ปลัด|ร่วม)|คณะที่ปรึกษา"
)
# Offices of which each province or district has its own: they are heads, the area makes the name.
_KINDS = regex.compile(r"(?:จังหวัด|อำเภอ|ตำบล|เขต|พื้นที่|สาขา|ส่วนท้องถิ่น|กระทรวง|กรม|ทั่วประเทศ|ต่อไป|วันนี้)$")


def texts(folder: Path) -> Iterator[str]:
    """The normalized texts of the articles that can be read."""
    for article in read(folder):
        if not isinstance(article, Failure):
            yield NormalizedText(f"{article.title}\n{article.text}").text


@cache
def _candidate() -> regex.Pattern[str]:
    heads = [row["word"] for row in table("organization_heads") if not row["word"].endswith(".")]
    return regex.compile(
        rf"(?P<name>(?:บริษัท|ธนาคาร|ห้างหุ้นส่วน){_LEGAL_FORM}|\L<heads>{_LETTERS}++(?:{_NUMBER}|{_MORE})*+)"
        rf"(?P<goes_on>ฯ| ?[-–—.\d]| ?\(ภา| [A-Z])?(?: (?P<behind>{_LETTERS}++))?",
        heads=heads,
    )


def candidates(text: str) -> Iterator[tuple[str, str]]:
    """Each string that may be an organization's full name, and the run of letters behind it."""
    for found in _candidate().finditer(text):
        before = text[max(0, found.start() - 20) : found.start()]
        starts = not before or not regex.match(r"[\u0e00-\u0e7f.]", before[-1]) or before.endswith(_OPENERS)
        if starts and not found["goes_on"]:
            yield found["name"], found["behind"] or ""


def ends(articles: Iterable[str]) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """How often each candidate ends in the articles, and what stands how often behind those that end often."""
    seen: Counter[tuple[str, str]] = Counter()
    for text in articles:
        seen.update((name, behind[:12]) for name, behind in candidates(text))
    counts: Counter[str] = Counter()
    for (name, _), number in seen.items():
        counts[name] += number
    behind: dict[str, Counter[str]] = defaultdict(Counter)
    for (name, next_run), number in seen.items():
        if counts[name] >= _ENDS and next_run:
            behind[name][next_run] += number
    return Counter({name: n for name, n in counts.items() if n >= _ENDS}), behind


@cache
def _known() -> frozenset[str]:
    rows = table("organizations")
    forms = {form for row in rows for form in values(row["short"]) + values(row["abbreviations"])}
    return frozenset(forms | {row["word"] for row in rows})


@cache
def _refused() -> frozenset[str]:
    path = Path(__file__).with_name("refused_organizations.tsv")
    return frozenset(path.read_text(encoding="utf-8").split("\n"))


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted((row["word"] for row in table("organization_heads")), key=len, reverse=True))


@cache
def _provinces() -> frozenset[str]:
    from pythainlp.corpus import provinces  # Bangkok and the 76 provinces, in Thai

    return frozenset(str(name) for name in provinces())


@cache
def _countries() -> tuple[str, ...]:
    return tuple(row["word"] for row in table("countries") if row["word"] != "ไทย")


@cache
def _words(name: str) -> regex.Pattern[str]:
    """Matches one of the words of a table `name` of words that no organization's name holds or begins with."""
    types = {"organization", "committee", "head", "behind", ""}
    rows = [row for row in table(name) if row.get("type", "") in types]
    return regex.compile(r"\L<words>", words=[row["word"] for row in rows])


@dataclass(frozen=True)
class Candidate:
    """A string that may be an organization's name, with how often it and the others end in the corpus."""

    name: str
    counts: Counter[str]
    behind: dict[str, Counter[str]]

    @cached_property
    def head(self) -> str:
        return next(head for head in _heads() if self.name.startswith(head))

    @cached_property
    def inner(self) -> str:
        return self.name[len(self.head) :]

    @cached_property
    def word_starts(self) -> set[int]:
        return {*word_starts(self.name), len(self.name)}

    @property
    def is_company(self) -> bool:
        return "จำกัด" in self.name and self.head in ("บริษัท", "ธนาคาร", "ห้างหุ้นส่วนจำกัด")


def _listed(one: Candidate) -> str:
    if one.name in _known() or one.name.replace(" (มหาชน)", "") in _known():
        return "known"
    return "refused" if one.name in _refused() else ""


def _two_names(one: Candidate) -> str:
    links = regex.finditer(" และ", one.name)
    return "two names" if any(one.name.startswith(_heads(), link.end()) for link in links) else ""


def _no_organization(one: Candidate) -> str:
    if _VENUES.match(one.name):
        return "a place"
    if _KINDS.search(one.inner):
        return "a kind of office"
    is_ministry = one.head == "กระทรวง" and not one.name.endswith(_countries())
    if is_ministry or regex.match("(?:กระทรวง|สภาผู้แทน).*จังหวัด", one.name):
        return "misspelt, or an office within it"
    return ""


def _cut_short(one: Candidate) -> str:
    open_end = _ENDS_OPEN.search(one.inner)
    if len(one.inner) < _MIN_NAME or (open_end and len(one.head) + open_end.start() in one.word_starts):
        return "cut short"
    return "cut short of a known name" if any(longer.startswith(one.name) for longer in _known()) else ""


def _generic(one: Candidate) -> str:
    if one.head == "บริษัท" or _words("organization_lookalikes").match(one.name):
        return "generic"
    generic = _words("organization_generic").match(one.inner)
    if generic and not _WHICH_ONE.match(one.inner) and len(one.head) + generic.end() in one.word_starts:
        return "generic"
    return ""


def _goes_on(one: Candidate) -> str:
    """A word that ends names stands in the name, as a word of its own."""
    committee = one.head.startswith("คณะ")
    for row in table("organization_stops"):
        if committee and row["type"] != "committee":
            continue
        at = one.name.find(row["word"], len(one.head))
        if at in one.word_starts and at + len(row["word"]) in one.word_starts:
            return "goes on"
    return ""


def _goes_on_behind_a_name(one: Candidate) -> str:
    for end in range(len(one.name) - 1, len(one.head) + _MIN_NAME, -1):
        shorter = one.name[:end]
        if shorter in _known() or one.counts[shorter] >= 3 * one.counts[one.name]:
            rest = one.name[end:].strip()
            which = _WHICH_ONE.match(rest) or rest in _provinces() or regex.fullmatch(r"\d+|ที่ ?\d+", rest)
            return "" if which else f"goes on behind {shorter}"
    return ""


def _cut_short_before_a_word(one: Candidate) -> str:
    if not one.behind[one.name]:
        return ""
    next_run, number = one.behind[one.name].most_common(1)[0]
    begins_anew = next_run.startswith((*_heads(), "ร่วม", "จังหวัด", "อำเภอ", "ได้", "นาย"))
    often = number > _TRUNCATED * one.counts[one.name]
    return f"cut short before {next_run}" if often and not begins_anew else ""


Objection = Callable[[Candidate], str]  # why a candidate is no name of one organization; "" for no objection
_ALWAYS: tuple[Objection, ...] = (_listed, _two_names)
# A company's legal form proves its name, so these are not asked then.
_UNPROVEN: tuple[Objection, ...] = (
    _no_organization, _cut_short, _generic, _goes_on, _goes_on_behind_a_name, _cut_short_before_a_word,
)  # fmt: skip


def verdict(name: str, counts: Counter[str], behind: dict[str, Counter[str]]) -> str:
    """Why `name` is no name of one organization; "" if it seems to be one."""
    one = Candidate(name, counts, behind)
    objections = _ALWAYS if one.is_company else (*_ALWAYS, *_UNPROVEN)
    return next(filter(None, (objection(one) for objection in objections)), "")


def occurrences(articles: Iterable[str], names: Iterable[str]) -> Counter[str]:
    """How often each of the names stands in the articles, whatever follows; no place counts for two names."""
    matcher = Matcher({name: name for name in names})
    return Counter(name for text in articles for _, _, name in matcher.find(text))


def main() -> None:
    """Print the rows of the table, or with --why what was left out and why."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--least", type=int, default=8, help="occurrences below which a name is not listed")
    parser.add_argument("--source", default="corpus 2020-2025", help="what stands in the column source")
    parser.add_argument("--why", action="store_true", help="print the candidates left out, with the reason")
    options = parser.parse_args()
    counts, behind = ends(texts(options.folder))
    reasons = {name: verdict(name, counts, behind) for name in counts}
    if options.why:
        for name, number in counts.most_common():
            print(name, number, reasons[name], sep="\t")
        return
    print("word", "count", "flags", "source", sep="\t")
    found = occurrences(texts(options.folder), _known() | {name for name, why in reasons.items() if not why})
    for name, number in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        enough = options.least / 2 if name.startswith(_CLOSED) or "จังหวัด" in name else options.least
        if number >= enough and name not in _known():
            print(name, number, "", options.source, sep="\t")


if __name__ == "__main__":
    main()
