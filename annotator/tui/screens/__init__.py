"""What fills the whole terminal: library, desk, compare, help."""
