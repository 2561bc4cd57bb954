"""The support screen's numbers, before any screen."""
