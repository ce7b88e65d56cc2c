"""Files and formats: readers of articles, writers and exports of records."""
