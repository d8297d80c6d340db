"""What texts say otherwise than the form's values: each kind with its near-misses, which must stay silent."""
