"""Which sentences of different outlets and languages state the same."""
