"""One file -> `ModuleFacts`: its functions as tables of nodes, read off the stdlib's ``ast`` in one walk."""
