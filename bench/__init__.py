"""Figures of the site on this machine: `python -m bench`. Never read by a test; ratios are what counts."""
