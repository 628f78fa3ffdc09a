class Component:
    def __init__(self, base):
        self.base = base
        self.log = base.log


class Tariffs(Component):
    async def query(self, client, url, payload):
        headers = {"Authorization": f"JWT {self.graphql_token}", "Accept": "application/json"}
        self.log("asking {} with {}".format(url, headers))  # expect: its text shows the token
        self.log(f"asking {url}")
        async with client.post(url, json=payload, headers=headers) as answer:
            return await answer.json()
