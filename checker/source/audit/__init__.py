"""Outcomes of authentication and authorization, way by way, and the records that stand for them."""
