"""The self-test, the devices of this computer, and how fast it enlarges."""
