"""What somebody else's function would have done, is not done, and nobody hears of it: the object was given it, and keeps it."""


class Desk:
    def __init__(self, ship, accept=None, clock=None):
        self.tickets = []
        self._ship = ship
        self.accept = accept
        self.clock = clock

    def take(self, ticket):
        self.tickets.append(ticket)
        try:
            self._ship(ticket)
        except Exception:  # expect: _ship()
            pass
        if self.accept:
            try:
                self.accept(ticket, len(self.tickets))
            except Exception:  # expect: accept()
                pass
        return ticket
