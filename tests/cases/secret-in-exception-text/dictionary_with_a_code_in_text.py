"""A dict in an error's text, which says the dict's name and not what is in it."""


def log_in(portal, user_id, proof):
    parameters = {"user": user_id, "token": proof, "todo": "login"}
    answer = portal.call("users", parameters)
    if answer["result"] != "ok":
        raise RuntimeError(f"failure {answer['error']} of users with {parameters}")  # expect: the one-time code and `parameters` stand in the text
    return answer


def start(portal, user_id, auth_code):
    return log_in(portal, user_id, auth_code)
