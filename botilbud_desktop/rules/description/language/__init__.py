"""Danish text in parts: headings, sentences and clauses, and what takes a clause back; whose words they are."""
