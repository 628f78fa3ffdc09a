"""What decides about somebody and how a function is left then: by a refusal, by who verifies, or by what is no decision at all."""
