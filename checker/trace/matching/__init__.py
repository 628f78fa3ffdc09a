"""Whether an alert rule matches what arrives, and what fails where it does not: one module for each language."""
