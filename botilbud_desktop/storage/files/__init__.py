"""Opening, reading, writing and locking files safely, whatever lies at their names."""
