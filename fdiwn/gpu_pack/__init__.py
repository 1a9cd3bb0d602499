"""PyTorch for NVIDIA GPUs, downloaded on request into the user's data folder.

Whoever installed the program with PyTorch for CPUs adds a *pack*: the wheels that the lock file
names, unpacked into one folder of its own. The program's own files are never touched. A pack is
used after it has passed a test in a process of its own, and removing it is deleting one folder.
"""
