import logging

LOG = logging.getLogger(__name__)


class Encounter:
    def __init__(self, patient_id, diagnosis, medication):
        self.patient_id = patient_id
        self.diagnosis = diagnosis
        self.medication = medication

    def close(self):
        LOG.info("encounter of %s closed: %s", self.patient_id, self.diagnosis)  # expect: diagnosis|health|medical
        LOG.info("encounter of %s closed", self.patient_id)
