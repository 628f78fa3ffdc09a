"""An event's way from the line that writes it through loggers, handlers, shippers and alert rules to the person who is told."""
