"""The class joins from browsers: a small server, and one process for each student."""
