"""Speed, as ratios against named references measured in the same run: `python -m benchmarks`."""
