"""The API that partners and staff call, a FastAPI service."""
