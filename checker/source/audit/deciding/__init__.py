"""What decides about somebody and how a function is left then: verifiers, tests, refusals, and what makes a refusal doubtful."""
