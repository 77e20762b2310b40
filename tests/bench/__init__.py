"""Seconds and bytes beside their targets: `make bench`.

In: the checkout. Out: a printed table; nothing fails on a slow machine. Everything is measured in
one run on a copy of the project, ours and stock MkDocs Material in turns, because only ratios can
be compared from one machine to another. The targets and their reasons: `targets`.
"""
