"""Thailand's provinces, districts and subdistricts by the names that people write.

The names and codes are those of the Department of Provincial Administration (กรมการปกครอง), as the package geothai has
them: two digits for a province, four for a district, six for a subdistrict. They are loaded on first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals

BANGKOK = "10"
# The level of an area by the word before its name. เขต and แขวง are Bangkok's; elsewhere they are common nouns.
LEVELS = {
    "จังหวัด": "province", "จ.": "province",
    "กิ่งอำเภอ": "district", "อำเภอ": "district", "อ.": "district", "เขต": "district",
    "ตำบล": "subdistrict", "ต.": "subdistrict", "แขวง": "subdistrict",
}  # fmt: skip
BANGKOK_LEVELS = ("เขต", "แขวง")


@compiled
def provinces() -> Mapping[str, str]:
    """The code of each province by its bare name, and by its short forms.

    >>> provinces()["กรุงเทพมหานคร"], provinces()["กทม."]
    ('10', '10')
    """
    import geothai

    codes = {province.name_th: province.code for province in geothai.provinces()}
    for row in table("places"):
        if row["type"] == "province":
            codes |= dict.fromkeys(values(row["forms"]), codes[row["word"]])
    return codes


@compiled
def districts() -> Mapping[str, tuple[str, ...]]:
    """The codes of the districts by bare name; several where a name repeats. เมือง is the district of each capital.

    >>> districts()["หาดใหญ่"]
    ('9011',)
    >>> len(districts()["เมือง"])
    76
    """
    import geothai

    found = []
    for code in dict.fromkeys(provinces().values()):
        for district in geothai.districts(code):
            name = district.name_th.removeprefix("เขต") if code == BANGKOK else district.name_th
            found.append((name, district.code))
            if code != BANGKOK and district.code.endswith("01"):
                found.append(("เมือง", district.code))
    return _grouped(found)


@compiled
def subdistricts() -> Mapping[str, tuple[str, ...]]:
    """The codes of the subdistricts by bare name; several where a name repeats.

    >>> subdistricts()["ร่องกาศ"]
    ('540409',)
    """
    import geothai

    codes = dict.fromkeys(code for group in districts().values() for code in group)
    return _grouped(
        (s.name_th.removeprefix("แขวง"), s.code) for code in codes for s in geothai.subdistricts(code)
    )


def area_names(level_word: str) -> Literals:
    """The names that may stand behind a word for a level (อำเภอ); "" for provinces, which need no word.

    Use it where the place of the name is known. A pattern of the 7,400 subdistricts takes a quarter of a second to compile.

    >>> area_names("อำเภอ").longest_at("อำเภอหาดใหญ่และ", 5), area_names("").longest_at("ตรังและ", 0)
    ('หาดใหญ่', 'ตรัง')
    """
    return _literals(LEVELS.get(level_word, "province"))


def names_at(level: str) -> Mapping[str, Sequence[str]]:
    """The names of all areas of a level ("province", "district" or "subdistrict"), with their codes."""
    if level == "province":
        return provinces()
    return districts() if level == "district" else subdistricts()


@compiled
def _literals(level: str) -> Literals:
    return Literals(names_at(level))


@compiled
def name_of(code: str) -> str:
    """The bare name of the area with this code. Raises KeyError for a code that geothai does not know.

    >>> name_of("94"), name_of("1301"), name_of("101601")
    ('ปัตตานี', 'เมืองปทุมธานี', 'วัดอรุณ')
    """
    import geothai

    find = {2: geothai.province, 4: geothai.district, 6: geothai.subdistrict}[len(code)]
    area = find(code)
    if area is None:
        raise KeyError(code)
    name = str(area.name_th)
    return name.removeprefix("เขต").removeprefix("แขวง") if code.startswith(BANGKOK) else name


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for name, code in pairs:
        groups[name] = (*groups.get(name, ()), code)
    return groups
