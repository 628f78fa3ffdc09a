"""The resolved facts about Python source that rules are called with.

Made by the join (`checker.source.program`); each is plain data, which names its place and the steps on the way to it.
"""
