"""Training FDIWN from a folder of photographs."""
