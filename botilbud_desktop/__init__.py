"""Botilbud Desktop: draft, check and print an application for the botilbud loan pool."""

__version__ = "0.1.0"
