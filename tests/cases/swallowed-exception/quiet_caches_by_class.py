class SummaryCache:
    def __init__(self, connection):
        self.connection = connection

    def put_row(self, key, value):
        try:
            self.connection.execute("insert or replace into summaries values (?, ?)", (key, value))
            self.connection.commit()
        except Exception:
            pass
