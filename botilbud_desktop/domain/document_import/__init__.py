"""Reads what people have written in Word, PDF and mail into a proposed draft: what stands where, and how sure it is."""
