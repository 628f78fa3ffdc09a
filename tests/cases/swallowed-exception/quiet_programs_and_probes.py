import socket
import subprocess
import sys


def own_addresses():
    found = {"127.0.0.1"}
    try:
        probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        probe.connect(("192.0.2.1", 80))
        found.add(probe.getsockname()[0])
        probe.close()
    except Exception:
        pass
    return found


def merge_logs(script, folder):
    try:
        subprocess.run([sys.executable, script, folder], check=False, capture_output=True)
    except Exception:
        pass
    return folder / "merged.log"


def show_version(uv, project):
    try:
        found = subprocess.run([uv, "run", "--project", project, "shop", "--version"], capture_output=True, text=True).stdout.strip()
        print(f"updated to {found}")
    except Exception:
        pass
    print("done")


def install_drawing(log):
    try:
        found = subprocess.run(["vulkaninfo", "--summary"], capture_output=True, text=True, timeout=5)
        log(f"vulkaninfo ends with {found.returncode}")
    except Exception:
        log("there is no vulkaninfo")
    return False
