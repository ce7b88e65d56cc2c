"""Bytes to RawArticles."""
