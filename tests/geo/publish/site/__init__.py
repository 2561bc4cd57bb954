"""Tests of editions of plain files."""
