"""Who stands around a function: those that call it, catch what it raises, hear what it answers, or ask it who somebody is."""
