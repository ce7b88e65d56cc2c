"""Rules that find organizations in the normalized text, for the stage `entities`."""
