def migrate(connection):
    try:
        connection.execute("ALTER TABLE orders ADD COLUMN paid INTEGER DEFAULT 0")
        connection.commit()
    except Exception:
        pass
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    except Exception:
        pass


def add_columns(connection):
    for statement in ("ALTER TABLE orders ADD COLUMN seen INTEGER", "ALTER TABLE orders ADD COLUMN note TEXT"):
        try:
            connection.execute(statement)
            connection.commit()
        except Exception:
            pass
