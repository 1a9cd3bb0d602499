"""From folders to a plan: scanning, names, the survey, watching."""
