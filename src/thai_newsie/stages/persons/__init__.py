"""Rules that find persons in the normalized text, for the stage `entities`."""
