import numpy as np


class Numbers:
    def __init__(self, backend=np):
        self.backend = backend
        self.log = np.log

    def entropy(self, secret):
        return -(secret * self.log(secret)).sum()


class Book:
    def __init__(self, entries):
        self.log = entries

    def shown(self, token):
        return self.log[token]
