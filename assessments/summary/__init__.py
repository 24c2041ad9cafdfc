"""The clinician's summary: built from a stored result and its answers, never from a new evaluation."""

from __future__ import annotations

from assessments.summary.builder import build_summary
from assessments.summary.model import Mark, Summary

__all__ = ["Mark", "Summary", "build_summary"]
