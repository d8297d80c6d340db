"""The speed promises, measured as ratios to the bare libraries; see `python -m tests.benchmarks --help`."""
