"""The analysis page: one tab per question asked of the whole book, and what the tabs share."""
