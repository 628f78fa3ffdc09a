"""What becomes of errors: handlers, lost results, and whoever tells somebody."""
