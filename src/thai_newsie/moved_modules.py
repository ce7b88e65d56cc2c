"""The modules that have moved since version 0.1.0: old name to new name. They are importable for one minor release."""

MOVED = {
    "thai_newsie.agreement": "thai_newsie.evaluation.agreement",
    "thai_newsie.article": "thai_newsie.schema.article",
    "thai_newsie.components": "thai_newsie.spacy.components",
    "thai_newsie.dates": "thai_newsie.stages.dates",
    "thai_newsie.engines": "thai_newsie.run",
    "thai_newsie.evaluate": "thai_newsie.evaluation",
    "thai_newsie.extraction": "thai_newsie.api",
    "thai_newsie.frames": "thai_newsie.corpus.frames",
    "thai_newsie.marks": "thai_newsie.report.highlights",
    "thai_newsie.numbers": "thai_newsie.stages.numbers",
    "thai_newsie.pipeline": "thai_newsie.spacy.pipeline",
    "thai_newsie.readers": "thai_newsie.io.readers",
    "thai_newsie.reading": "thai_newsie.document",
    "thai_newsie.recognizer": "thai_newsie.ner",
    "thai_newsie.records": "thai_newsie.io.records",
    "thai_newsie.registry": "thai_newsie.corpus.registry",
    "thai_newsie.tables": "thai_newsie.io.tables",
    "thai_newsie.tokenizer": "thai_newsie.spacy.tokenizer",
    "thai_newsie.words": "thai_newsie.text.words",
    "thai_newsie.writers": "thai_newsie.io.writers",
}
