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
