def clear(files, session):
    try:
        session.commit()
    finally:
        for file in files:
            if file.closed:
                continue
            if file.last:
                break
            file.close()

        def again():
            return files

        session.on_close(again, lambda: session)
    return session


def load(path):
    try:
        return path.read_text()
    finally:
        path.unlink()


def guarded(job):
    result = None
    try:
        result = job.run()
    except Exception:
        job.log.exception("job failed")
    finally:
        return result
