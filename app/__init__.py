"""The window: a Qt application that shows the queue and drives the engine process."""
