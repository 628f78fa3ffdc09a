"""An index that is there, or not, before it is made anew; a benchmark that warms a server up."""

from sqlalchemy import text


def upgrade(connection, operations):
    try:
        connection.execute(text("DROP INDEX IF EXISTS ix_session_start"))
    except Exception:
        pass
    operations.create_index("ix_session_start", "session", ["start"])


def benchmark_startup(client, requests):
    for _ in range(requests):
        try:
            client.post("/orders", json={"warm": True})
        except Exception:
            pass
