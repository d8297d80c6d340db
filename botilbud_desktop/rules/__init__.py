"""The rules: criteria and findings, computed from application, round and date only."""
