"""A shared PostgreSQL database by which several servers end with the same judgements (an extra)."""
