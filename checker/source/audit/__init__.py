"""Outcomes of authentication and authorization, way by way, and the records that stand for them.

From below: ``signs`` (what a name tells by itself), ``ways`` (through one function), ``project`` (what is around it),
``deciding``, ``changing``; here, whether a way is recorded; ``judging``, what is told of it; ``beside``, events of other kinds.
"""
