"""The batch dialog, which enlarges whole folders."""
