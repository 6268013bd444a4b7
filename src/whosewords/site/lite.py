"""JupyterLite around the lessons: its pages, our settings, and how its Python is started."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from .. import files
from ..classroom import desk
from ..problems import Problem
from . import together
from .release import ROOM

APP = "notebooks/index.html"
START = "start.ipynb"
KERNEL = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
PLUGIN = "@jupyterlite/pyodide-kernel-extension:kernel"
TOOLS = ("jupyterlite-core", "jupyterlite-pyodide-kernel", "doit", "cloudpickle", "pkginfo")
# The page's own store is mounted at /drive.
ENVIRONMENT = {"HOME": "/home/pyodide", "WHOSEWORDS_HOME": "/drive/my_work"}
# Where a browser may keep what is typed, the best first; the last one ends with the page, which says so then.
STORES = ["asyncStorage", "localStorageWrapper", "memoryStorageDriver"]
LAB = files.PACKAGE / "notebook"


def tools(packages, folder):
    """JupyterLite itself, unpacked from the wheels in `packages`. Returns the folder of its labextensions."""
    for name in TOOLS:
        with zipfile.ZipFile(packages[name]) as content:
            content.extractall(folder)
    for shared in folder.glob("*.data/data/share"):
        shutil.copytree(shared, folder / "share", dirs_exist_ok=True)
    return folder / "share" / "jupyter" / "labextensions"


def lessons(folder):
    """The lessons as copies that know how they came, in a folder."""
    for name, path in desk.shipped().items():
        copy = desk.copied(path.read_text(encoding="utf-8"))
        copy["metadata"]["kernelspec"] = KERNEL
        files.write(folder / name, json.dumps(copy, ensure_ascii=False, indent=1) + "\n")


def written(out, work, packages):
    """Let JupyterLite write its pages around the lessons into `out`. work: a folder for what is needed on the
    way."""
    here = work / "tools"
    extensions = tools(packages, here)
    lessons(work / "contents")
    ours = [*sorted((LAB / "labextension").iterdir()), ROOM / "labextension" / "whosewords-site"]
    widgets = Path(sys.prefix, "share", "jupyter", "labextensions", "@jupyter-widgets", "jupyterlab-manager")
    kernel = extensions / "@jupyterlite" / "pyodide-kernel-extension"
    config = {
        "contents": [str(work / "contents")],
        "output_dir": str(out),
        "apps": ["notebooks"],
        "no_sourcemaps": True,
        "ignore_sys_prefix": True,
        "federated_extensions": [str(each) for each in (widgets, kernel, *ours) if each.is_dir()],
        "cache_dir": str(work / "cache"),
    }
    lite = work / "lite"
    files.write(lite / "jupyter_lite_config.json", json.dumps({"LiteBuildConfig": config}))
    files.write(lite / "overrides.json", json.dumps(jupyter()["settings"]))
    environment = {**os.environ, "PYTHONPATH": str(here), "JUPYTER_PLATFORM_DIRS": "1"}
    code = "from jupyterlite_core.app import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "build"], cwd=lite, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise Problem(f"JupyterLite did not write its pages:\n{done.stderr[-2000:]}")
    for each in out.rglob("*.map"):
        each.unlink()


def jupyter():
    """How JupyterLab looks and behaves: the same as on the desktop. "settings" are those of JupyterLab's own
    settings, "page" tells which parts of it are off."""
    return json.loads((LAB / "jupyter_settings.json").read_text(encoding="utf-8"))


def configure(out, place):
    """Tell the pages where their Python is. place: the folder of pyodide."""
    path = out / "jupyter-lite.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    base = f"./{place.relative_to(out).as_posix()}"
    data = config["jupyter-config-data"]
    kernel = data.setdefault("litePluginSettings", {}).setdefault(PLUGIN, {})
    kernel |= {
        "pyodideUrl": f"{base}/{together.PYTHON}",
        "disablePyPIFallback": True,
        "pipliteUrls": [],
        "loadPyodideOptions": {"packages": together.ASKED_FOR},
    }
    looks = jupyter()["page"]
    off = [*data.get("disabledExtensions", []), *looks["disabledExtensions"]]
    data |= looks | {"disabledExtensions": off}
    data |= {
        "appName": "Whose Words?",
        "enableMemoryStorage": True,  # else the page stays empty where a browser refuses every store
        "exposeAppInBrowser": True,
        "enableServiceWorkerCache": "false",  # store.js does it
        **{f"{kind}StorageDrivers": STORES for kind in ("contents", "settings", "workspaces")},
        "settingsStorageName": "whosewords",
        "contentsStorageName": "whosewords",
    }
    path.write_text(json.dumps(config, indent=1), encoding="utf-8")
