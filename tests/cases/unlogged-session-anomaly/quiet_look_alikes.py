# file: dbsession.py
class SessionPool:
    def release(self, session):
        if session.used:
            session.close()
            return None
        return session

    def rotate(self, logs):
        if logs.size > 10:
            return logs.shift()
        return logs


def refresh_view(view):
    if view.stale:
        return view.build()
    return view


def update_session(session, request):
    if session.ip != request.ip:
        session.ip = request.ip
    return session


def parse_user_agent(session, text):
    if text == "":
        return None
    return session.parse(text)
