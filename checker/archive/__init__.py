"""
An archive kept as claims in one SQLite file, so that a new article meets it without reading it.

`store` holds the tables, `rows` writes claims into them and reads them back, `extract` makes the
rows of an article, `update` brings a store up to date with its articles, `meeting` finds what new
claims could meet.
"""

from checker.archive.store import is_store

__all__ = ["is_store"]
