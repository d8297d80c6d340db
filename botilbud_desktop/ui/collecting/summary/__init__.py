"""Above the table: the sums against the pool, the regions, and what is doubtful."""
