"""What the goals ask to be measured, as ratios beside a peer in the same run: ``python -m benchmarks.NAME``."""
