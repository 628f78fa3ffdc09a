class Desk:
    def __init__(self, progress, maker):
        self.progress = progress
        self.answer = maker.answering()
        self.number = None

    def take(self, ticket):
        try:
            self.progress(ticket)
        except Exception:
            pass
        try:
            self.answer(ticket)
        except Exception:
            pass
        try:
            self.number = self.count(ticket)
        except Exception:
            pass
        return ticket

    def count(self, ticket):
        return len(ticket)
