"""Readers of foreign files: bytes in, article drafts out. Each is imported when the first such file comes."""
