"""Mentions to people, organizations and places: one entry each, however often and however written."""
