"""Schemas of the tables of data/statements."""

from __future__ import annotations

from thai_newsie.lexicon.schemas.parts import Flag, TableSchema, type_column, word_column

STATEMENTS_TABLES = (
    TableSchema(
        "speech_verbs",
        "statements",
        "a verb of saying",
        (word_column("The verb."),),
        (
            Flag("closes_quotation", "The verb may follow a closing quotation mark (“…” กล่าว)."),
            Flag("needs_wa", "The verb tells a statement only with ว่า, a quotation or ดังนี้ behind it."),
            Flag(
                "received",
                "The verb is also a noun that one receives; who gave it says what follows (ได้รับรายงานจากกรมทางน้ำว่า).",
            ),
            Flag(
                "doy_opens_speech",
                "Behind the verb a later โดย opens the speech as ว่า does (ให้สัมภาษณ์ถึงกรณี… โดยได้กำชับ…).",
            ),
            Flag(
                "ends_event",
                "The verb ends the account of an event: what stands behind it is speech (… ณ ทำเนียบรัฐบาล กล่าวว่า).",
            ),
            Flag(
                "about_event",
                "With ถึง, ต่อ or กรณี behind it, the verb tells that somebody speaks about an event (กล่าว ถึงการประชุม).",
            ),
        ),
    ),
    TableSchema(
        "speech_tails",
        "statements",
        "a word between a verb of saying and ว่า that belongs to the verb (กล่าว เพิ่มเติม ว่า)",
        (word_column("The word."),),
    ),
    TableSchema(
        "speech_words",
        "statements",
        "a word around a verb of saying",
        (
            word_column("The word."),
            type_column(
                "What the word does.",
                {
                    "adverb": "may stand between the speaker and the verb (นายกรัฐมนตรี ยังได้ กล่าวว่า)",
                    "joint": "opens a clause whose speaker is the one before (พร้อม ย้ำว่า)",
                    "opener": "opens a paragraph or a sentence before its speaker (ด้าน นาย… กล่าวว่า)",
                    "denial": "before the verb: nobody says it here (ไม่ได้ กล่าวว่า, เพื่อ ยืนยันว่า, การ ชี้แจงว่า)",
                    "topic": "behind the verb: what the speech is about; ว่า comes later, if at all (เปิดเผย ความคืบหน้าโครงการ ว่า)",
                    "circumstance": "behind the verb: when, where or to whom it is said; ว่า comes later (กล่าว ภายหลัง การประชุมว่า)",
                    "thinking": "before ว่า: belongs to that word, opens no speech (เห็น ว่า, กว่า)",
                    "wish": "behind a verb without ว่า: an order, a wish or an act, no statement (เน้นย้ำ ให้, เผย แพร่)",
                    "voice": "a noun for speakers without a name or a position (ผู้สื่อข่าว ถามว่า)",
                    "document": "a verb that documents and unnamed sources also take: counts only where the speaker stands before it",
                    "hearsay": "a verb of others than the article's speaker: counts only where the one who says it stands right before it",
                    "told": "people to whom it is said: ว่า glued to them opens the speech (ย้ำเตือน ประชาชน ว่า)",
                    "self": "a speaker's word for themselves: their name stands before (ผม ขอเรียนว่า)",
                    "clause": "begins a clause behind a name, no position",
                    "governor": "before the name of an organization: the name completes another word and is no subject (การทำงาน ของ กระทรวงกลาโหม)",
                    "compound": "before the verb: makes it another word (ดัง กล่าว, ส่ง เสริม)",
                    "that_word": "behind ว่า: makes it another word, which opens no speech (รัฐมนตรีว่า + การ)",
                    "nan_word": "a word that ends in นั้น and ends no case (เท่านั้น; but กรณี… นั้น กรมได้ตรวจสอบแล้ว)",
                    "case": "behind the verb: a case that others raised, not what is said (ชี้แจง กรณี…)",
                    "not_received": "before ได้รับรายงาน: nobody received it (หาก ได้รับรายงานว่า)",
                    "report_time": "behind ได้รับรายงาน: when it came (ได้รับรายงาน ล่าสุด จากกรมทางน้ำว่า)",
                    "figures": "before an organization: its figures speak (ข้อมูล จากกรมทางน้ำ ระบุว่า)",
                },
            ),
        ),
        (
            Flag(
                "goes_on",
                "The word also links a verb without ว่า to who acts in the clause before it (… เป็นประธาน โดยได้ ย้ำถึง…).",
            ),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "english_speech_verbs",
        "statements",
        "a verb of saying on English pages, before “that”",
        (word_column("The verb."),),
    ),
)
