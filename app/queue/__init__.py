"""The list of pictures, what is wanted of each, and how far it is."""
