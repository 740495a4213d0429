"""Recognisers: what several rules ask of a page, found once, as values; they claim nothing."""
