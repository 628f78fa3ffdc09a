def discard(future, consume):
    if not future.done():
        try:
            future.add_done_callback(consume)
        except Exception:
            pass
        future.cancel()
