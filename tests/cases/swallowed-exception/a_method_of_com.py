class Drawings:
    def __init__(self, application, log):
        self.application = application
        self.log = log

    def _save_all_documents(self):
        try:
            for number in range(self.application.Documents.Count):
                document = self.application.Documents.Item(number)
                if not document.Saved:
                    document.Save()
        except Exception:  # expect: Save()
            pass

    def leave(self):
        self._save_all_documents()
        self.application.Quit()


class Submission:
    def __init__(self, row):
        self.day = int(row["day"])


def check(rows):
    for row in rows:
        try:
            Submission(row)
        except Exception:
            continue
