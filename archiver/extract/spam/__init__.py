"""How likely a comment is advertising, with the reasons; nothing is left out because of it."""

from archiver.extract.spam.score import MARKED_FROM, judged

__all__ = ["MARKED_FROM", "judged"]
