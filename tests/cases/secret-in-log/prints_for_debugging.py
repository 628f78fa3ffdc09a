class Client:
    def __init__(self, session, token, debug=False):
        self.session, self.token, self.debug = session, token, debug

    def ask(self, address, fields):
        authorization = f"Bearer {self.token}"
        if self.debug:
            print("Authorization:", authorization)  # expect: the token
        return self.session.post(address, json=fields, headers={"Authorization": authorization})


def print_password(account):
    print(account.password)  # expect: the password
