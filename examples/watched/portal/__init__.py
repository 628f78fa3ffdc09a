"""The customers' portal, a Django service."""
