"""A client portfolio on your own computer."""

import os

__version__ = "0.1.0"

# The tables here are small: numpy's linear algebra on several threads spends its time waiting for them. It
# must be said before numpy is first imported, and a user's own wish stands.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
