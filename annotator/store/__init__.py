"""Everything a workspace keeps, in one SQLite file. Only this package speaks to the database."""

from annotator.store.identifiers import uuid7
from annotator.store.opening import Store, open_store

__all__ = ["Store", "open_store", "uuid7"]
