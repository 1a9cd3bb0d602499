"""The networks that the paper compares FDIWN with, to train and to run beside it."""
