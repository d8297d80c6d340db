"""Tests of reading many drafts."""
