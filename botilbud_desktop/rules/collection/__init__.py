"""The applications of several municipalities to one round as one collection, as the KKR's secretariat sees them."""
