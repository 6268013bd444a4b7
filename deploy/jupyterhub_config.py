# The lessons on a JupyterHub (docs/hub.md). For The Littlest JupyterHub copy this file to
# /opt/tljh/config/jupyterhub_config.d/whosewords.py; elsewhere it is read with load_subconfig(...).
import sys

LESSONS = "/opt/whosewords"  # where deploy/install.py put them

c = get_config()  # noqa: F821
c.Spawner.cmd = [f"{LESSONS}/.venv/bin/python", f"{LESSONS}/deploy/student.py"]
c.Spawner.default_url = "/doc/tree/start.ipynb"
# Enough for the start page and five lessons that are open at once. systemd, Docker and Kubernetes keep it;
# spawners of plain processes (LocalProcessSpawner, SimpleLocalProcessSpawner) cannot.
c.Spawner.mem_limit = "1G"
c.Spawner.poll_interval = 10  # seconds until a server that has died is seen to be dead
# When a whole class logs in at once, the last ones wait.
c.Spawner.start_timeout = c.Spawner.http_timeout = 300
c.JupyterHub.concurrent_spawn_limit = 0  # nobody is sent away

# A server that nobody has used for two hours ends. The Littlest JupyterHub has this already, for ten minutes:
# sudo tljh-config set services.cull.timeout 7200
if "services" not in c.JupyterHub:
    command = [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=7200", "--cull-every=300"]
    c.JupyterHub.services = [{"name": "cull-idle", "command": command}]
    scopes = ["list:users", "read:users:activity", "read:servers", "delete:servers"]
    c.JupyterHub.load_roles = [{"name": "cull-idle", "scopes": scopes, "services": ["cull-idle"]}]
