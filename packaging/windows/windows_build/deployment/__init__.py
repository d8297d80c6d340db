"""What the build tells IT departments beside the packages: rules, lists and facts."""
