import requests


class ApiError(Exception):
    pass


class Client:
    def make_error(self, response, code):
        first = response.get("code")
        second = response.get("message")
        third = f"{first}: {second}"
        if third:
            fourth = third.strip()
            return ApiError(f"{code}: {fourth} {self.answer.text}")
        return ApiError(f"{code}: {self.answer.text}")

    def login(self, url):
        self.answer = requests.post(url + "/oauth/token", data={"password": "a"})
        raise self.make_error({}, 1)
