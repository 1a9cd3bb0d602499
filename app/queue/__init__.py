"""The queue: the list of pictures and the state of each job."""
