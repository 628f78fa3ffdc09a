class Store:
    def balance(self, account):
        try:
            self.session.execute("update accounts set seen = 1")
            return self.session.fetch(account)
        except Exception:  # expect: returns None
            return None

    def transfer(self, one, other, amount):
        try:
            one.send(other, amount)
        except Exception:  # expect: returns a default
            return 0
        return amount
