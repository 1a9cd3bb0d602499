"""From folders to a plan: scanning, naming, survey, watching."""
