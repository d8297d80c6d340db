"""What can be said of an application: criteria and findings, as pure functions of application, round and date."""
