def validate(key, message):
    try:
        key.verify(message.signature, message.body)
        return True
    except Exception:
        return False


def is_open(policy, user):
    try:
        policy.authorize(user, "shop:open")
    except Exception:
        return False
    return True
