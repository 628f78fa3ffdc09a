"""What customers see: a Flask application."""
