from collections import Counter


class Doctor:
    def __init__(self):
        self.seen = set()

    def add(self, patient, diagnose=True):
        self.seen.add(patient)
        return Counter(diagnose=1 if diagnose else 0)


doctor = Doctor()
doctor.add("first", diagnose=True)
