"""Findings: what is missing, impossible or worth knowing, each with its field and one Danish sentence."""
