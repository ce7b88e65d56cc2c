"""thai-newsie as a spaCy citizen: the tokenizer, a component for each stage, and what they leave on a Doc.

docs/spacy.md tells how to use them. Importing this package declares the attributes of `doc._` and `span._`, which is all
that a program needs that only loads Docs from a DocBin.
"""

from __future__ import annotations

from thai_newsie.spacy import attributes

attributes.declare()
