"""Rules that find places in the normalized text, for the stage `entities`."""
