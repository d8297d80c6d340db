"""Opening, reading, writing and locking files safely, whatever exists at their paths."""
