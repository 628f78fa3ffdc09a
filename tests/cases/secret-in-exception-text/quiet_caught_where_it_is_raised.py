"""An error that the function catches itself, and forgets, tells nobody of its text."""


class Mismatch(Exception):
    pass


def find_language(recovery_phrase, lists):
    for language, known in lists.items():
        try:
            table = {word: at for at, word in enumerate(known)}
            for word in recovery_phrase:
                try:
                    table[word]
                except KeyError as error:
                    raise Mismatch(f"unable to find {word}") from error
            return language
        except (Mismatch, ValueError):
            continue
    return None


def usable(password):
    try:
        if len(password) < 8:
            raise ValueError(f"{password} is too short")
    except Exception:
        return False
    return True
