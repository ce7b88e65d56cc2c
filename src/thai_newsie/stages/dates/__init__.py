"""Thai dates and clock times read to ISO 8601 / EDTF: a library of its own, usable without an article.

>>> from datetime import date
>>> from thai_newsie import dates
>>> dates.parse("29 พ.ค. 62").value
'2019-05-29'
>>> [found.value for found in dates.find("ระหว่างวันที่ 30 มี.ค. – 2 เม.ย. 65 และเมื่อวานนี้", anchor=date(2022, 4, 5))]
['2022-03-30/2022-04-02', '2022-04-04']
>>> dates.find_times("เวลา 13.30 - 16.00 น.")[0].value
'13:30/16:00'
>>> dates.to_ce(2564), dates.to_be(2021)
(2021, 2564)

The rules (days, numeric, holidays, periods, years, relative) write candidates. `link` joins the ends of ranges. `context` finds
the article's own day and the years that are left out. `resolution` gives values and warns of contradictions. The words stand in
tables: months, weekdays, eras, year_words, date_cues, relative_dates, holidays, date_words, date_rules.

A new form needs three rows: its words or its pattern (an expression that counts from today is a row of relative_dates), the rule
in date_rules if it is a new one, and a case in the tests.
"""

from __future__ import annotations

from thai_newsie.stages.dates.columns import parse_column
from thai_newsie.stages.dates.explain import explain, rejections
from thai_newsie.stages.dates.find import find, find_times, parse
from thai_newsie.stages.dates.stage import fill
from thai_newsie.stages.dates.times import Clock
from thai_newsie.stages.dates.values import Expression, to_be, to_ce

__all__ = [
    "Clock",
    "Expression",
    "explain",
    "fill",
    "find",
    "find_times",
    "parse",
    "parse_column",
    "rejections",
    "to_be",
    "to_ce",
]
