from flask import Flask, jsonify

app = Flask(__name__)


class Sessions:
    def __init__(self, rows):
        self.rows = rows

    def release(self, number, error):
        self.rows.update(number, status="stopped", error=error)


sessions = Sessions({})


def release(number, error):
    sessions.rows[number] = error


@app.post("/runs/<int:number>")
def start(number, runner):
    try:
        runner.start(number)
    except Exception as error:
        release(number, f"{type(error).__name__}: {error}")
        return jsonify({"error": "not started"}), 500
    return jsonify({"status": "started"})


@app.post("/jobs/<int:number>")
def job(number, jobs):
    job = jobs.get(number)
    try:
        job.start()
    except Exception as error:
        job.failure = str(error)
        job.save()
        return jsonify({"error": "not started"}), 500
    return jsonify({"status": "started"})
