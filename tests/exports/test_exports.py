"""What others' tools read: each format is read back by its own tool or checked against its own terms."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import edtf
import networkx
import polars
import pytest
import regex
import spacy
from hypothesis import given, settings
from spacy.tokens import DocBin

from command import one_line, run
from genre import texts
from thai_newsie import Article, Corpus, Failure, build_registry, extract
from thai_newsie.exports import FORMATS, export
from thai_newsie.exports.annotation import LABELS, entities, tokens
from thai_newsie.exports.periods import first_and_last
from thai_newsie.io.tables import TABLES, column_names

MEETING = (
    "เมื่อวันที่ 8 มีนาคม 2565 เวลา 09.30 น. นายวีรภาส ทองนาคำ อธิบดีกรมการข้าว เป็นประธานการประชุมคณะกรรมการข้าวชุมชน ครั้งที่ 1/2565 "
    "ณ ห้องประชุมบัวทอง จังหวัดสุรินทร์ จัดโดยกระทรวงเกษตรและสหกรณ์ มีเกษตรกรเข้าร่วม จำนวน 320 คน\n"
    "นายวีรภาส กล่าวว่า จะส่งมอบเมล็ดพันธุ์ให้เกษตรกร ในเดือนเมษายน 2565"
)
HOSTILE = (
    '=HYPERLINK("http://example.com") ]]></attvalue><script>alert(1)</script> \x00\x0b&amp; \ud83d \'x\' "y",\tz|\r\n\r\n'
    "นายสมชาย <b>ใจดี</b> อธิบดีกรม<i>การข้าว กล่าวว่า “=1+1” นางสาววิมล\x01ศรี ใจ\u200bงาม ผู้อำนวยการโรงพยาบาลน่าน ลงพื้นที่จังหวัดน่าน"
)


def article(
    text: str, id: str, published: str | None = None, title: str = "", source: str | None = None
) -> Article:
    return extract(text, title=title, published=published).model_copy(update={"id": id, "source": source})


RECORDS = [
    article(MEETING, "a", "2022-03-09", "กรมการข้าวประชุม", "กรมการข้าว"),
    Failure(id="b", source="b.json", error="is not JSON"),
    article("นายวีรภาส ทองนาคำ อธิบดีกรมการข้าว ลงพื้นที่จังหวัดน่าน ระหว่างวันที่ 1-3 มิถุนายน 2565", "c", "2022-06-05"),
    article("นายวีรภาส ทองนาคำ โฆษกกรมการข้าว กล่าวว่า ข้าวราคาดี", "c2"),
    article("นางสาววิมล ใจงาม รักษาราชการแทนรัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์ กล่าวว่า จะเร่งทำงาน", "d"),
    article(HOSTILE, "=e\n# article = f\t|", title="=cmd|' /C calc'!A0"),
    Article(id=""),
]  # fmt: skip
FOLDERS = ("csv", "parquet")


def exported(to: str, folder: Path, records: Any = RECORDS) -> Path:
    target = folder / f"out.{to}"
    export(records, to, target)
    return target


def bytes_of(target: Path) -> bytes:
    files = sorted(target.iterdir()) if target.is_dir() else [target]
    return b"".join(file.name.encode() + file.read_bytes() for file in files)


def needs(to: str) -> None:
    """Skip a format whose library is not here, unless it is required (.ci/run)."""
    if to == "ftm" and not os.environ.get("THAI_NEWSIE_REQUIRE_FTM"):
        pytest.importorskip(
            "followthemoney", reason="its pyicu must be built: pip install 'thai-newsie[ftm]'"
        )


# --- what holds for every format


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_records_give_the_same_bytes(to: str, tmp_path: Path) -> None:
    needs(to)
    first, again = tmp_path / "first", tmp_path / "again"
    first.mkdir(), again.mkdir()
    assert bytes_of(exported(to, first)) == bytes_of(exported(to, again, iter(RECORDS)))
    assert list(first.iterdir()) == [first / f"out.{to}"]


@pytest.mark.parametrize("to", FORMATS)
def test_a_target_appears_whole_or_not_at_all(to: str, tmp_path: Path) -> None:
    needs(to)

    def broken() -> Iterator[Article]:
        yield from (record for record in RECORDS if isinstance(record, Article))
        raise RuntimeError

    before = bytes_of(exported(to, tmp_path, RECORDS[:1]))
    with pytest.raises(RuntimeError):
        exported(to, tmp_path, broken())
    assert bytes_of(tmp_path / f"out.{to}") == before
    assert list(tmp_path.iterdir()) == [tmp_path / f"out.{to}"]
    exported(to, tmp_path, [])


@pytest.mark.parametrize("to", FOLDERS)
def test_a_folder_with_other_things_in_it_stays(to: str, tmp_path: Path) -> None:
    folder = exported(to, tmp_path)
    (folder / "thesis.docx").touch()
    with pytest.raises(FileExistsError, match="holds other files"):
        exported(to, tmp_path)
    assert (folder / "thesis.docx").exists()
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        export(RECORDS, to, tmp_path / "file")


@pytest.mark.parametrize("to", FORMATS)
def test_no_articles_give_something_that_loads(to: str, tmp_path: Path) -> None:
    needs(to)
    assert exported(to, tmp_path, []).exists()


@pytest.mark.parametrize(
    ("to", "module", "extra"), [("ftm", "followthemoney", "ftm"), ("parquet", "pyarrow.parquet", "parquet")]
)
def test_a_missing_library_is_named_with_its_extra(
    to: str, module: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf"pip install 'thai-newsie\[{extra}\]'"):
        exported(to, tmp_path)
    assert list(tmp_path.iterdir()) == []


@given(texts())
@settings(max_examples=15)
def test_any_article_can_be_exported(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        records = [article(text, text[:20], "2022-03-09", text[:40], text[:5])]
        for to in set(FORMATS) - {"ftm"}:
            exported(to, Path(folder), records)
        ElementTree.parse(Path(folder) / "out.gexf")
        json.loads((Path(folder) / "out.jsonld").read_text(encoding="utf-8"))


@given(texts())
@settings(max_examples=50)
def test_the_ends_of_a_date_are_dates(text: str) -> None:
    for date in extract(text, published="2024-08-24").dates:
        for end in filter(None, first_and_last(date.value)):
            edtf.parse_edtf(end)


# --- tables


def test_csv_has_every_row_and_runs_no_formula(tmp_path: Path) -> None:
    folder = exported("csv", tmp_path)
    corpus = Corpus(RECORDS, "polars")
    for table in TABLES:
        with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
            header, *rows = csv.reader(lines)
        assert tuple(header) == column_names(table)
        assert len(rows) == len(corpus.table(table))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))], table
    with (folder / "articles.csv").open(encoding="utf-8-sig", newline="") as lines:
        titles = [row["title"] for row in csv.DictReader(lines)]
    assert titles == ["กรมการข้าวประชุม", "", "", "", "'=cmd|' /C calc'!A0", ""]


def test_parquet_is_the_corpus(tmp_path: Path) -> None:
    folder = exported("parquet", tmp_path)
    corpus = Corpus(RECORDS, "polars")
    for table in TABLES:
        assert polars.read_parquet(folder / f"{table}.parquet").equals(corpus.table(table)), table


# --- schema.org


def vocabulary() -> tuple[dict[str, set[str]], dict[str, tuple[set[str], set[str]]]]:
    """Each class with all above it, and each property with its domains and ranges."""
    classes: dict[str, set[str]] = {}
    properties = {}
    for line in (
        (Path(__file__).with_name("cases") / "schema_org.tsv").read_text(encoding="utf-8").splitlines()
    ):
        if line.startswith("#"):
            continue
        term, kind, *cells = [*line.split("\t"), "", "", ""][:4]
        of, values = (set(filter(None, cell.split("|"))) for cell in cells)
        if kind == "class":
            classes[term] = {term}.union(*(classes[above] for above in of)) if of else {term}
        elif kind == "property":
            properties[term] = (of, values)
    return classes, properties


CLASSES, PROPERTIES = vocabulary()


def check(node: dict[str, Any], types: dict[str, str]) -> None:
    """That a node's type, its properties, and the types of their values are the vocabulary's."""
    above = CLASSES[node["@type"]]
    for name, value in node.items():
        if name.startswith("@"):
            continue
        domains, ranges = PROPERTIES[name]
        if "Role" in above and name not in ("roleName", "startDate", "endDate"):
            # A role stands between a property and its value, which it gives by the same property (schema.org/Role).
            domains = {"Role"}
        assert domains & above, (node["@type"], name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                type = each.get("@type") or types[each["@id"]]
                assert (CLASSES[type] & ranges) or (type == "Role" and name == "attendee"), (name, each)
                if "@type" in each:
                    check(each, types)
            elif name == "gender":
                assert each in ("https://schema.org/Female", "https://schema.org/Male")
            else:
                assert isinstance(each, str) and each
                assert {"Text", "URL"} & ranges or regex.fullmatch(
                    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:00\+07:00)?)?)?", each
                )


def test_jsonld_keeps_to_the_vocabulary(tmp_path: Path) -> None:
    written = json.loads(exported("jsonld", tmp_path).read_text(encoding="utf-8"))
    assert written["@context"] == "https://schema.org"
    types = {node["@id"]: node["@type"] for node in written["@graph"]}
    assert len(types) == len(written["@graph"])
    for node in written["@graph"]:
        check(node, types)
    assert set(types.values()) >= {
        "Person",
        "GovernmentOrganization",
        "Place",
        "AdministrativeArea",
        "NewsArticle",
    }
    people = [node for node in written["@graph"] if node["@type"] == "Person"]
    (chair,) = [node for node in people if node["name"] == "วีรภาส ทองนาคำ"]
    assert chair["jobTitle"] == ["โฆษกกรมการข้าว", "อธิบดีกรมการข้าว"]
    (event,) = next(n for n in written["@graph"] if n.get("identifier") == "a")["about"][:1]
    assert event["startDate"] == "2022-03-08T09:30:00+07:00"
    assert event["attendee"]["attendee"] == {"@id": chair["@id"]}


def test_the_check_of_the_vocabulary_can_fail() -> None:
    for wrong in (
        {"@type": "Person", "headline": "x"},
        {"@type": "Minister"},
        {"@type": "Event", "startDate": "พรุ่งนี้"},
        {"@type": "Person", "affiliation": [{"@type": "Person"}]},
    ):
        with pytest.raises((AssertionError, KeyError)):
            check(wrong, {})


def test_every_kind_of_organization_is_a_class_of_the_vocabulary() -> None:
    from thai_newsie.exports.jsonld import _AREA_TYPES, _ORGANIZATION_TYPES_OF_KINDS

    assert {*_ORGANIZATION_TYPES_OF_KINDS.values(), *_AREA_TYPES.values()} <= set(CLASSES)


# --- FollowTheMoney


def test_ftm_loads_in_its_own_tools(tmp_path: Path) -> None:
    needs("ftm")
    from followthemoney import model
    from followthemoney.exc import InvalidData

    path = exported("ftm", tmp_path)
    entities = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    proxies = {entity["id"]: model.get_proxy(entity, cleaned=False) for entity in entities}
    for entity in entities:
        proxy = proxies[entity["id"]]
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys(), "what is written is clean"
        model.validate(entity) if hasattr(model, "validate") else proxy.schema.validate(entity)
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert proxies[value].schema.is_a(prop.range), (entity["schema"], prop.name)
    schemas = {entity["schema"] for entity in entities}
    assert schemas >= {"Person", "PublicBody", "Position", "Occupancy", "Event", "Article", "Documentation"}
    _, occupancy = [
        e for e in entities if e["schema"] == "Occupancy"
        and proxies[e["properties"]["holder"][0]].caption == "วีรภาส ทองนาคำ"
    ]  # fmt: skip
    assert occupancy["properties"]["date"] == ["2022-03-09", "2022-06-05"]
    assert proxies[occupancy["properties"]["post"][0]].caption == "อธิบดีกรมการข้าว"
    assert InvalidData
    tool = Path(sys.executable).with_name("ftm")
    done = subprocess.run([tool, "validate", "-i", path], capture_output=True, encoding="utf-8")
    assert done.returncode == 0 and len(done.stdout.splitlines()) == len(entities), done.stderr


# --- Popolo and GEXF


def test_popolo_joins_what_belongs_together(tmp_path: Path) -> None:
    written = json.loads(exported("popolo", tmp_path).read_text(encoding="utf-8"))
    persons, organizations, posts = (
        {e["id"]: e for e in written[k]} for k in ("persons", "organizations", "posts")
    )
    for post in posts.values():
        assert "organization_id" not in post or post["organization_id"] in organizations
    assert len({entry["id"] for entry in written["memberships"]}) == len(written["memberships"])
    held = {
        (persons[m["person_id"]]["name"], posts[m["post_id"]]["label"]): m for m in written["memberships"]
    }
    post = held["วีรภาส ทองนาคำ", "อธิบดีกรมการข้าว"]
    assert (post["first_seen"], post["last_seen"], post["articles"]) == ("2022-03-09", "2022-06-05", 2)
    assert organizations[post["organization_id"]]["name"] == "กรมการข้าว"
    acting = held["วิมล ใจงาม", "รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์"]
    assert posts[acting["post_id"]]["relations"] == ["acting"]
    assert "first_seen" not in acting, "the article bears no date"
    rice = next(
        organization for organization in organizations.values() if organization["name"] == "กรมการข้าว"
    )
    assert organizations[rice["parent_id"]]["name"] == "กระทรวงเกษตรและสหกรณ์"


def test_gexf_is_a_network_for_gephi(tmp_path: Path) -> None:
    path = exported("gexf", tmp_path)
    graph = networkx.read_gexf(path, version="1.3")
    registry = build_registry(RECORDS)
    assert len(graph) == len(registry.people) + len(registry.organizations)
    names = {name: node for node, name in graph.nodes(data="label")}
    ((_, _, office),) = graph.out_edges(names["วีรภาส ทองนาคำ"], data=True)
    assert (office["office"], office["articles"]) == ("โฆษกกรมการข้าว; อธิบดีกรมการข้าว", 3)
    assert (office["start"], office["end"]) == ("2022-03-09", "2022-06-05")
    assert graph.has_edge(names["กรมการข้าว"], names["กระทรวงเกษตรและสหกรณ์"])
    assert not graph.is_multigraph()
    root = ElementTree.parse(path).getroot()
    space = {"g": "http://gexf.net/1.3"}
    assert root.tag == "{http://gexf.net/1.3}gexf" and root.get("version") == "1.3"
    declared = {
        kind.get("class"): {a.get("id") for a in kind.iterfind("g:attribute", space)}
        for kind in root.iterfind(".//g:attributes", space)
    }
    for kind in ("node", "edge"):
        used = {v.get("for") for v in root.iterfind(f".//g:{kind}//g:attvalue", space)}
        assert used <= declared[kind]


# --- annotators


@given(texts())
@settings(max_examples=50)
def test_tokens_are_the_text_and_entities_do_not_overlap(text: str) -> None:
    found = extract(text)
    flat = entities(found, "text")
    assert all(one.end <= other.start for one, other in pairwise(flat))
    cuts = {edge for entity in flat for edge in entity[:2]}
    pieces = list(tokens(text, cuts))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert cuts <= {edge for piece in pieces for edge in piece}


def conll(path: Path) -> list[tuple[str, int, int, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    return [(word, int(start), int(end), tag) for word, start, end, tag in rows]


def test_conll_tags_words_where_they_stand(tmp_path: Path) -> None:
    record = RECORDS[0]
    assert isinstance(record, Article)
    path = exported("conll", tmp_path, [record])
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# article = a\n# field = title\n")
    assert text.endswith("\n\n") and "\n\n\n" not in text
    organization = text.split("# field = text\n")[1]
    assert organization.count("\n\n") == 2, "an empty line after each line of the text"
    (tmp_path / "body").write_text(organization, encoding="utf-8")
    rows = conll(tmp_path / "body")
    assert all(record.text[start:end] == word for word, start, end, _ in rows)
    people = "".join(word for word, _, _, tag in rows if tag.endswith("PERSON"))
    assert people == "นายวีรภาสทองนาคำนายวีรภาส"
    assert sum(tag == "B-PERSON" for *_, tag in rows) == 2
    for (*_, before), (*_, tag) in pairwise(rows):
        assert not tag.startswith("I-") or before[2:] == tag[2:], "BIO"


def test_conll_of_hostile_words_keeps_its_columns(tmp_path: Path) -> None:
    record = RECORDS[5]
    assert isinstance(record, Article)
    path = exported("conll", tmp_path, [record])
    comments = [line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("# ")]
    assert comments == [
        "# article = =e # article = f |",
        "# field = title",
        "# article = =e # article = f |",
        "# field = text",
    ]
    assert conll(path)


def test_docbin_loads_in_spacy(tmp_path: Path) -> None:
    docs = list(DocBin().from_disk(exported("docbin", tmp_path)).get_docs(spacy.blank("th").vocab))
    fields = [
        getattr(r, f) for r in RECORDS if isinstance(r, Article) for f in ("title", "text") if getattr(r, f)
    ]
    assert [doc.text for doc in docs] == fields
    meeting = docs[1]
    assert meeting.user_data == {"article": "a", "field": "text", "published": "2022-03-09", "meta": {}}
    assert [(ent.text, ent.label_) for ent in meeting.ents][:3] == [
        ("8 มีนาคม 2565", "DATE"), ("09.30 น.", "TIME"), ("นายวีรภาส ทองนาคำ", "PERSON"),
    ]  # fmt: skip
    first = RECORDS[0]
    assert isinstance(first, Article)
    for kind in LABELS:
        items = getattr(first, kind, [r for p in first.people for r in p.roles])
        spans = [m.text for i in items for m in getattr(i, "mentions", [i]) if m.field == "text"]
        assert (
            sorted(span.text for span in meeting.spans.get(kind, [])) == sorted(set(spans))
            or kind == "places"
        )


# --- the command


def test_command(tmp_path: Path) -> None:
    records = tmp_path / "out.jsonl"
    records.write_text("".join(record.to_json() + "\n" for record in RECORDS), encoding="utf-8")
    done = run("export", records, "--to", "popolo", "-o", tmp_path / "popolo.json")
    assert "written to" in one_line(done)
    assert (tmp_path / "popolo.json").read_bytes() == exported("popolo", tmp_path).read_bytes()
    assert "choose one of csv" in one_line(
        run("export", records, "--to", "xls", "-o", tmp_path / "x", status=2)
    )
    assert "no folder" in one_line(
        run("export", records, "--to", "csv", "-o", tmp_path / "a" / "b", status=2)
    )
    assert "no such file" in one_line(
        run("export", tmp_path / "no.jsonl", "--to", "csv", "-o", tmp_path / "x", status=2)
    )
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.docx").touch()
    full = one_line(run("export", records, "--to", "csv", "-o", tmp_path / "full", status=2))
    assert "holds other files" in full
    records.write_text("broken", encoding="utf-8")
    assert "out.jsonl:1: is not JSON" in one_line(
        run("export", records, "--to", "csv", "-o", tmp_path / "x", status=2)
    )
    assert not (tmp_path / "x").exists()
