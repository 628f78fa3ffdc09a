class JSONRenderer:
    pass


def format_exc_info(*parts):
    return parts[-1]
