"""The stages between tokenizer and Article, one module or folder each, in the order an article travels.

dates, entities, roles, counts, statements, events, resolve: each has a function `fill` that reads
what earlier stages wrote on a Reading and adds its own. `thai_newsie.components` makes spaCy
components of them.
"""
