import queue


class Pool:
    def __init__(self):
        self.q = queue.Queue()

    def work(self):
        while True:
            job = self.q.get()
            try:
                job.run()
            except Exception:  # expect: run()
                pass
            finally:
                self.q.task_done()

    def work_on_calls(self):
        while True:
            func, args = self.q.get()
            try:
                func(*args)
            except Exception:  # expect: func()
                continue

    def work_at_once(self):
        while not self.stopped:
            try:
                self.q.get().run()
            except Exception:  # expect: run()
                pass


def keep_answers(answers, model):
    for answer in answers:
        try:
            model.objects.create(**answer)
        except Exception:  # expect: create()
            pass
