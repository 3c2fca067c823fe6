"""What the benchmarks share: the corpus, its layouts, the generators, measuring and showing."""
