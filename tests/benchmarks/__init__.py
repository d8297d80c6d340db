"""What is promised of speed, measured as ratios to the bare libraries; see `python -m tests.benchmarks --help`."""
