#!/usr/bin/env bash
# Installs logproof from the action's own checkout into an environment of its own; the output `python` names its interpreter.
# -I throughout: the folder it runs in is the change under judgement, and nothing there may be imported.
set -euo pipefail

venv="$RUNNER_TEMP/logproof/venv"
"$INPUT_PYTHON" -I -c 'import sys; sys.exit(sys.version_info < (3, 10))' || {
    echo "::error title=logproof::The input \"python\" must name Python 3.10 or newer"
    exit 2
}
"$INPUT_PYTHON" -I -m venv "$venv"
python="$venv/bin/python"
[[ -e $python ]] || python="$venv/Scripts/python.exe"
pip=("$python" -I -m pip --quiet --disable-pip-version-check install)
# The list is whole: pip need not resolve it again, which older ones get wrong for extras as soon as a newer release is out.
"${pip[@]}" --no-deps --require-hashes --requirement "$GITHUB_ACTION_PATH/requirements.txt"
"${pip[@]}" --no-deps --no-build-isolation "$GITHUB_ACTION_PATH"
echo "python=$python" >> "$GITHUB_OUTPUT"
