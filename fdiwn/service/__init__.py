"""The engine as a process of its own: both sides of it, and the records between them."""
