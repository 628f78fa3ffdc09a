import json

import requests


class Amazon:
    def __init__(self, client, role):
        self.token = client.assume_role(RoleArn=role, RoleSessionName="shop")

    @property
    def secret_access_key(self):
        return self.token["Credentials"]["SecretAccessKey"]

    def print_export_line(self):
        print("export AWS_SECRET_ACCESS_KEY='{}'".format(self.secret_access_key))


class Client:
    def __init__(self, session, token, explain=False):
        self.session, self.token, self.explain = session or requests.Session(), token, explain

    def ask(self, address, fields):
        authorization = f"Bearer {self.token}"
        if self.explain:
            print(f"would ask {address}")
            for name in fields:
                print(name, json.dumps(fields[name]))
            print("Authorization:", authorization)
        return self.session.post(address, json=fields, headers={"Authorization": authorization})
