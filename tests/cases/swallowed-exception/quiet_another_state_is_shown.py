def health(connection, cache):
    database = "connected"
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except Exception:
        database = "error"
    cached = True
    try:
        cache.store("health", "ok")
    except Exception:
        cached = False
    return {"database": database, "cache": cached}
