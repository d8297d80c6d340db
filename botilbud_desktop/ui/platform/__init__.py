"""Qt and the operating system: locale, keys, threads, errors, the single instance."""
