class Journal:
    def __init__(self, path):
        self.path = path

    def _save_order(self, order):
        with open(self.path, encoding="utf-8") as file:
            lines = file.readlines()
        try:
            with open(self.path, "w", encoding="utf-8") as file:
                for line in lines:
                    file.write(line)
                file.write(order.line)
        except Exception:  # expect: write()
            pass

    def requeue(self, database, actions):
        with database.connect() as session:
            waiting = session.execute("SELECT id FROM orders WHERE status = 'stalled'").fetchall()
        for action in actions:
            if action.order_id in waiting:
                try:
                    with database.connect() as session:
                        session.execute("UPDATE orders SET status = 'pending' WHERE id = ?", (action.order_id,))
                except Exception:  # expect: execute()
                    pass
