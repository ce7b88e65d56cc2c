"""Schemas of the tables of data/persons."""

from __future__ import annotations

from thai_newsie.lexicon.schemas.parts import Column, Flag, TableSchema, type_column, word_column

PERSONS_TABLES = (
    TableSchema(
        "titles",
        "persons",
        "one way of writing a title, a rank or a form of address",
        (
            word_column("The title as written."),
            type_column(
                "The type of title.",
                {
                    "civil": "of anybody (นาย, นางสาว)",
                    "royal": "of a member of the royal house; read only as part of a row of `royal_names`",
                    "noble": "of nobility",
                    "military": "a rank of the forces",
                    "police": "a rank of the police",
                    "academic": "of a university",
                    "medical": "of a doctor, a dentist or another medical profession",
                    "professional": "of another profession",
                    "monastic": "of a monk",
                    "religious": "of another religion",
                    "diplomatic": "of a diplomat",
                    "foreign": "foreign (Mr., เซอร์)",
                },
            ),
            Column(
                "full",
                "The full form that an abbreviation stands for, or the title itself. Several are several ranks with the same "
                "letters, the most frequent first (ร.อ. is ร้อยเอก, เรือเอก or เรืออากาศเอก).",
                required=True,
                many=True,
            ),
            Column("english", "The title in English, in the order of `full`.", required=True, many=True),
            type_column(
                "The gender, where the title tells it.",
                {"f": "a woman", "m": "a man"},
                name="gender",
                required=False,
            ),
        ),
        (
            Flag(
                "loose",
                "The word also is, or begins, an ordinary word (คุณ, พระ, ว่าที่): a name must be known by other evidence.",
            ),
        ),
    ),
    TableSchema(
        "title_lookalikes",
        "persons",
        "a word that begins like a title and is none (นายกรัฐมนตรี, พระนคร, คุณภาพ)",
        (word_column("The word."),),
        (
            Flag(
                "begins_names",
                "Given names begin with the letters behind the title (นายพล, พลภัทร): a family name proves one.",
            ),
        ),
    ),
    TableSchema(
        "royal_names",
        "persons",
        "a royal person as written",
        (
            word_column("The name behind the title, kept exactly."),
            Column("title", "The title before it.", required=True),
        ),
        key=("title", "word"),
    ),
    TableSchema(
        "name_stops",
        "persons",
        "a word that ends a personal name, glued to it or behind a space (นายสมชายกล่าว, นายสมชาย ลงพื้นที่)",
        (word_column("The word. The most frequent are first."),),
        (Flag("loose", "Names also hold these letters: the word ends a name only as a whole word."),),
    ),
    TableSchema(
        "family_name_places",
        "persons",
        "the place in a family name with ณ (ณ อยุธยา)",
        (word_column("The place."),),
    ),
    TableSchema(
        "person_words",
        "persons",
        "a word that decides where the name of a person begins or ends",
        (
            word_column("The word."),
            type_column(
                "What the word does.",
                {
                    "own_title": "begins the person behind a loose title and a space (ทนายความ นายสมชาย ใจดี)",
                    "behind_title": "begins a royal title: no part of the chain of titles before it (พลเรือเอก พระเจ้าบรมวงศ์เธอ …)",
                    "conferred": "begins a name conferred on a monk, which no list of names holds (พระเทพวราจารย์)",
                    "clergy": "a word for monks without a name; begins no conferred name (พระเถรานุเถระชั้นผู้ใหญ่)",
                    "before_monk": "a monk's conferred name may be written together with it (โดยมีพระ…, จากพระ…)",
                    "monastic_position": "a position that only monks hold, which is no row of `positions`",
                    "letter": "a letter of the Latin alphabet as Thai spells it: an initial inside a name (นายโรเบิร์ต เอฟ. โกเดค)",
                    "no_name": "no name begins with it as a word (พลทหาร ที่เสียสละ; พล.อ.สมชาย ใจดี และ รองนายกรัฐมนตรี)",
                    "within_name": "a word inside a foreign name, which goes on behind it (นายอะห์หมัด บิน สุไลมาน อัลรอยิฮี)",
                    "credit": "opens the line that names a reporter or a photographer (ข่าว อัจฉรา)",
                    "before_name": "a position with the name right behind it and without a title: the recognizer reads there (ประธานาธิบดีสี จิ้นผิง)",
                    "known_otherwise": "begins persons whom the tables and patterns find: the recognizer adds none",
                },
            ),
        ),
        (
            Flag("second", "Of a `credit`: it may also stand behind another one and a slash (ข่าว/ภาพ)."),
            Flag(
                "needs_name",
                "Of a `before_name`: only before a known given name, or a word that the dictionary does not have (นายกรัฐมนตรี เชื่อมั่นว่า is no name).",
            ),
        ),
        key=("word", "type"),
    ),
)
