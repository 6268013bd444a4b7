"""Typing in the sentence lab, timed in the browser: for the tests, and for `bench/bench_lab_browser.py`."""

import json
from bisect import bisect_left

NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Lab\n\n## Try"},
        {"cell_type": "code", "id": "b", "metadata": {}, "source": "from whosewords import *\nrewrite()",
         "outputs": [], "execution_count": None},
    ],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    "nbformat": 4, "nbformat_minor": 5,
}  # fmt: skip
NAME = "lab.ipynb"
STAGES = {
    "waits until it is sent": "ipywidgets sends nothing while the kernel is busy with the key before",
    "until the answer is there": "server, kernel and the way back",
    "until all of it is drawn": "marked text, line of counts and table of figures are in the page",
    "from key to changed page": "the three together",
    "from key to shown frame": "with layout and paint",
}
# Notes what goes to the kernel and comes from it. It must run before JupyterLab opens its socket.
SOCKET = """(() => {
  const timed = window.timed = {keys: [], sent: [], got: [], changes: [], frames: []};
  const noted = (list, data) => {
    const bytes = data.byteLength ?? data.length;
    const head = typeof data === 'string' ? data : new TextDecoder('latin1').decode(data.slice(0, 1500));
    const kind = (head.match(/"msg_type": ?"(\\w+)"/) ?? [])[1];
    if (kind === 'comm_msg') list.push([performance.now(), bytes]);
  };
  const Own = window.WebSocket;
  window.WebSocket = class extends Own {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', event => noted(timed.got, event.data));
    }
    send(data) { noted(timed.sent, data); super.send(data); }
  };
})()"""
# Notes the keys, every change of the lab but the status (which is told after a pause), and the frames.
WATCH = """() => {
  const box = document.querySelector('.ww-lab');
  const counts = ({target}) =>
    !target.querySelector?.('.ww-status') && !target.parentElement?.closest('textarea');
  box.querySelector('textarea').addEventListener('input', () => timed.keys.push(performance.now()), true);
  new MutationObserver(seen => {
    if (!seen.some(counts)) return;
    const at = performance.now(), channel = new MessageChannel();
    timed.changes.push(at);
    channel.port1.onmessage = () => timed.frames.push([at, performance.now()]);
    requestAnimationFrame(() => channel.port2.postMessage(0));
  }).observe(box, {childList: true, subtree: true, characterData: true});
}"""


def lab_notebook(home):
    """Put a notebook with the lab beside a reader's copies."""
    (home / "lessons").mkdir(exist_ok=True)
    (home / "lessons" / NAME).write_text(json.dumps(NOTEBOOK), encoding="utf-8")


def start(page, text):
    """Put a text into the lab and watch from then on; needs `SOCKET` as a script of the page."""
    page.locator(".ww-lab textarea").fill(text)
    page.locator(".ww-strip", has_text="loaded").wait_for()
    page.wait_for_timeout(2500)  # the status after a pause is told, and work at the beginning is done
    page.evaluate(WATCH)


def typed(page, text, delay):
    """Type at the end of the text, a key each `delay` milliseconds: {stage: milliseconds} for each key.

    A key that changes nothing, such as a blank at the end, is left out.
    """
    page.locator(".ww-lab textarea").focus()
    page.keyboard.press("Control+End")
    page.wait_for_timeout(300)
    page.evaluate("() => { for (const list of Object.values(timed)) list.length = 0; }")
    page.keyboard.type(text, delay=delay)
    page.wait_for_timeout(1000)
    return list(_stages(page.evaluate("() => timed")))


def _stages(timed):
    """A key's text goes out with the first message after it; what changes until the next is its answer."""
    sent = [at for at, _ in timed["sent"]]
    for key in timed["keys"]:
        if (n := bisect_left(sent, key)) == len(sent):
            continue
        begin, end = sent[n], [*sent, float("inf")][n + 1]
        got = [(at, size) for at, size in timed["got"] if begin <= at < end]
        changes = [at for at in timed["changes"] if begin <= at < end]
        if got and changes:
            frames = [shown for at, shown in timed["frames"] if at == changes[-1]]
            steps = (begin - key, got[0][0] - begin, changes[-1] - got[0][0], changes[-1] - key)
            yield {
                **dict(zip(STAGES, (*steps, max(frames, default=changes[-1]) - key), strict=True)),
                "messages": len(got),
                "bytes": sum(size for _, size in got),
            }
