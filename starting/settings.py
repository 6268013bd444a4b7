"""The settings of JupyterLab: a Jupyter of its own, no prompts, no questions to the network, nothing from the
reader's other Jupyter."""

import json
import os

from .places import JUPYTER, ROOT, variables

NOTEBOOK = ROOT / "src/whosewords/notebook"
SERVER = {
    "ServerApp": {
        "ip": "127.0.0.1",
        "port_retries": 0,
        "open_browser": False,
        "allow_root": True,  # in a container one is often root, and only this machine can connect
        # Only the copies of whoever sits here are seen in the browser: no keys, no notes for teachers, no
        # work of others, and no terminal that would lead there.
        "contents_manager_class": "whosewords.notebook.serving.Desk",
        "terminals_enabled": False,
        "jpserver_extensions": {"whosewords.notebook.serving": True},
        "extra_template_paths": [str(NOTEBOOK / "templates")],
        # What a kernel answers is sent at once: whoever types sees it up to 40 ms sooner.
        "kernel_websocket_connection_class": "whosewords.notebook.serving.AtOnce",
    },
    "KernelSpecManager": {"allowed_kernelspecs": ["python3"]},
    "LanguageServerManager": {"autodetect": False},
    # What is saved holds no outputs, and a page of one person is never saved as that of another.
    "FileContentsManager": {
        "pre_save_hook": "whosewords.notebook.saving.strip",
        "post_save_hook": "whosewords.notebook.shown.written",
    },
    # What is exported or printed shows what was on the screen, and asks no other computer for a script.
    "Exporter": {"preprocessors": ["whosewords.notebook.exporting.AsShown"]},
    "HTMLExporter": {"require_js_url": "", "mathjax_url": ""},
    "LabApp": {
        "news_url": None,
        "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "extension_manager": "readonly",
        "extra_labextensions_path": [str(NOTEBOOK / "labextension")],
    },
}
# How JupyterLab looks and behaves: the site (start.py site) has the same file.
LOOKS = NOTEBOOK / "jupyter_settings.json"
# A line that is run before the lesson's first one gets a sentence, and not Python's own words for it.
# What is typed is kept in no history: the next person at this computer must not find it.
KERNEL = {
    "InteractiveShellApp": {"extensions": ["whosewords.notebook.mistakes"]},
    "HistoryManager": {"enabled": False},
}
# JupyterLab without a check of international addresses that nothing here asks for: its grammar alone takes
# half of the start.
LAB = "import sys; sys.modules['rfc3987_syntax'] = None; from jupyterlab.labapp import main; main()"


def write_settings(folder=JUPYTER, server=SERVER):
    """Lays out the Jupyter folder, and returns what a Jupyter that uses it has in its environment."""
    looks = json.loads(LOOKS.read_text(encoding="utf-8"))
    for name, settings in (
        ("config/labconfig/default_setting_overrides.json", looks["settings"]),
        ("config/labconfig/page_config.json", looks["page"]),
        ("config/jupyter_server_config.json", server),
        ("ipython/profile_default/ipython_kernel_config.json", KERNEL),
    ):
        lay_down(folder / name, json.dumps(settings, indent=2))
    return variables(
        PYTHONNOUSERSITE="1",
        JUPYTER_PREFER_ENV_PATH="1",
        JUPYTER_CONFIG_DIR=str(folder / "config"),
        JUPYTER_DATA_DIR=str(folder / "data"),
        JUPYTERLAB_SETTINGS_DIR=str(folder / "settings"),
        JUPYTERLAB_WORKSPACES_DIR=str(folder / "workspaces"),
        IPYTHONDIR=str(folder / "ipython"),
    )


def lay_down(path, text):
    """Writes a file, unless it says that already, and at one stroke: another start may be reading it."""
    if path.is_file() and path.read_text(encoding="utf-8", errors="replace") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)
