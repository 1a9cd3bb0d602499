"""The engine as a separate process: client, server, and the records between them."""
