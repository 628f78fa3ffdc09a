"""What the shop's own people use: a FastAPI application."""
