"""The records of a book and the words they use."""
