"""The fields for long texts, with their counters and notices."""
