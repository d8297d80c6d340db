"""Numbers, dates and choices as users read and type them."""
