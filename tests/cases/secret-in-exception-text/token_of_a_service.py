import subprocess


def transcribe(wav, model, hugging_face_token=None):
    command = ["whisper", "--file-name", str(wav), "--model-name", model]
    if hugging_face_token:
        command += ["--hf-token", hugging_face_token]
    line = subprocess.list2cmdline(command)
    if subprocess.call(command) != 0:
        raise OSError(f"failed to execute {line}")  # expect: the token stands in the text of OSError


def clone(name, github_token):
    raise ValueError(f"cannot clone {name} with {github_token}")  # expect: the token stands in the text of ValueError
