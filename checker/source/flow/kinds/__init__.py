"""What a value is by where it comes from and what it is called: requests, answers, environments, secrets by their names."""
