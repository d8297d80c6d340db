"""Tests of collections of applications."""
