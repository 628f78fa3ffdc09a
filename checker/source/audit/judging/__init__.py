"""Whether a way is told of: a verifier that said no, a refusal, a change; and whether its function is the place to judge it."""
