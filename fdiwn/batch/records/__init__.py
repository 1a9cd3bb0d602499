"""The records of a batch: options, plan, events, counts, report. Light."""
