"""A fuzzer over everything that reads a file from outside."""
