"""The documentation site: `make docs` builds it, any warning is an error."""

import json
from pathlib import Path

from thai_newsie import __version__
from thai_newsie.schema.article import json_schema

project = "thai-newsie"
author = copyright = "The thai-newsie developers"
release = version = __version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
nb_execution_mode = "off"  # tests/test_notebooks.py runs them and holds what they show
autodoc_member_order = "bysource"
autodoc_typehints = "description"
nitpicky = False
exclude_patterns = ["_build", "jupyter_execute"]

html_theme = "furo"
html_title = "thai-newsie"
html_extra_path = ["_build/published"]

# The contract is published with the site.
published = Path(__file__).parent / "_build" / "published"
published.mkdir(parents=True, exist_ok=True)
(published / "article.schema.json").write_text(
    json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
)
