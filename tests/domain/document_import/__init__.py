"""Tests of reading documents and tables into a proposed draft."""
