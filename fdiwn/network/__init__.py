"""The network of the paper: as trained, as folded, its parts and ablations."""
