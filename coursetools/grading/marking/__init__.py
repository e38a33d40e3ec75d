"""Marking free texts by hand on a page of this machine: all answers to one question, one below or beside the other.

Marks go where nbgrader's formgrader keeps them, so both show the same.
"""
