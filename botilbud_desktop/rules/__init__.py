"""What can be said of an application: criteria and findings, of application, round and date alone."""
