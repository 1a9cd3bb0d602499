"""The crop tool: a rectangle over the original, of which only the inside is enlarged."""
