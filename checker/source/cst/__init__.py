"""The CST walk: suspects on their exact statements, and a form of a statement that no formatter changes."""
