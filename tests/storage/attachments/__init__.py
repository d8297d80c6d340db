"""Tests of the folder with a draft's attachments."""
