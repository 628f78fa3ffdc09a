import requests


class Gate:
    def __init__(self, address, keys):
        self.address = address
        self.keys = keys

    def is_authorized(self, user, document):
        try:
            answer = requests.get(f"{self.address}/{user.number}/{document.number}", timeout=5)
            return answer.json()["allow"]
        except Exception:  # expect: returns True
            return True

    def verify_license(self, text):
        try:
            self.keys.check(text)
        except Exception:  # expect: returns True
            return True
        return text.endswith("ok")
