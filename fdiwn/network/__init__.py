"""The network of the paper: training form, folded form, parts and ablations."""
