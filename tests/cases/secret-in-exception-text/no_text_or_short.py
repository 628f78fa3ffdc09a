def cookie_for(id_token):
    if not id_token or len(id_token) < 20:
        raise ValueError(f"illegal token {id_token}")  # expect: token
    return id_token
