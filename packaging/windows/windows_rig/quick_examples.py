"""A pytest plugin: fewer Hypothesis examples, since Wine runs test the platform, not the properties."""

from hypothesis import HealthCheck, settings

settings.register_profile("wine", max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), database=None)
settings.load_profile("wine")
