"""What a project registers with its frameworks: handlers, middleware, receivers, routes, and which files serve requests at all."""
