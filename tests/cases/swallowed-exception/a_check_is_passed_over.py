class Webhooks:
    def validate(self, message):
        try:
            self.key.verify(message.signature, message.body)
        except Exception:  # expect: verify()
            pass
        return message


def open_shop(policy, user, shop):
    try:
        policy.authorize(user, "shop:open")
    except Exception:  # expect: authorize()
        pass
    shop.is_open = True
