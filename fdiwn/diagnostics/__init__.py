"""The self-test, the list of devices, and the speed benchmark."""
