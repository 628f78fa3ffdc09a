"""What dicts, lists, tuples and objects hold, and what of it is seen when they are shown or an item is taken out."""
