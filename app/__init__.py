"""The Qt application: windows, jobs, and the thread that drives the engine process."""
