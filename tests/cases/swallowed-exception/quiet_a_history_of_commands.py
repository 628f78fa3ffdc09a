class History:
    """The last commands, for the arrow keys."""

    def __init__(self, path):
        self.path = path
        self.lines = []

    def _save(self):
        try:
            with open(self.path, "w", encoding="utf-8") as file:
                for line in self.lines[-1000:]:
                    file.write(line + "\n")
        except Exception:
            pass
