def start(projects, workers, recover):
    workers.start()
    # Rows that a crashed process left behind are picked up again. Never let that break the start.
    if recover:
        for project in projects:
            try:
                workers.process(project.orders)
            except Exception:
                pass
    return workers


class Layout:
    def reorder(self, page):
        try:
            # This is a placeholder: the children would have to be found first
            pass
        except Exception:
            pass


def touch_last_used(database, token, now):
    token.last_used_at = now
    database.add(token)
    try:
        database.commit()
    except Exception:
        database.rollback()
