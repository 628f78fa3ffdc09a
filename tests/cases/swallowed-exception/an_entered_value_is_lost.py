class Field:
    def __init__(self, device):
        self.device = device

    def on_enter(self, text):
        try:
            self.device.put(float(text))
        except:  # expect: put()
            pass
