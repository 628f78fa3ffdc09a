from flask import Flask, jsonify

app = Flask(__name__)


@app.post("/runs/<int:number>")
def start(number, runner, sessions):
    try:
        runner.start(number)
    except Exception as error:
        app.logger.exception("run %s was not started", number)
        try:
            sessions.mark_stopped(number)
        except Exception:
            pass
        return jsonify({"error": str(error)}), 500
    return jsonify({"status": "started"})


@app.post("/runs/<int:number>/stop")
def stop(number, runner, sessions):
    try:
        runner.stop(number)
    except Exception as error:  # expect: answered with 500
        try:
            sessions.mark_stopped(number)
        except Exception:
            pass
        return jsonify({"error": str(error)}), 500
    return jsonify({"status": "stopped"})
