"""The pre-flight: what a run will cost, and what is impossible."""
