"""Events beside logins, refusals and changes: misused sessions, outbound requests, frameworks' logins, what the project requires."""
