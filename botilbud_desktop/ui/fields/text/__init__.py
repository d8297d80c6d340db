"""The fields for long texts, and what they say of them."""
