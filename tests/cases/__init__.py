"""Golden cases: a folder with a capture and what it is expected to give."""
