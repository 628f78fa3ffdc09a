"""What looks like a refusal and is none that is to be recorded here: doubtful, somebody else's, or asked for by a state of things."""
