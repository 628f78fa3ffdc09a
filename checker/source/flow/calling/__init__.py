"""Calls, followed in both directions: what they run, what that gives back, what parameters are given."""
