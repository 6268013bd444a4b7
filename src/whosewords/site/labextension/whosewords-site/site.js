/* What a server does for the lessons on a computer is done here by the page itself.

   - `window.whosewordsDesk`: who works here; a lesson, a line or everything put back; earlier copies kept. It is the
     same contract as that of `notebook/serving.py`, over the store of this browser.
   - What is saved of a lesson holds no results: answers are in the work file.
   - A lesson that an update changed is shown anew; a copy with changed lines is kept first.
   - A sentence on top where this browser keeps nothing, and a sign while Python is on its way.
   - After the first visit everything is in the browser's own store of pages: the next one needs no server. */

(() => {
  const NAME = 'whosewords-site';
  const MARK = 'whosewords';
  const EARLIER = 'earlier';
  const WORK = 'my_work';
  const NOTE = 'nothing_is_kept_here.txt';
  const STORE = 'whosewords'; // as in `store.js`
  const REFUSED = 'whosewords: refused'; // this too
  const FORGETS =
    'This browser keeps nothing here: your answers are gone when you close or reload this page. ' +
    'Before you leave, use “Download my work” at the foot of the page.';
  const FULL =
    'This browser has no room left for what you answer from now on: it is gone when you close or reload this page. ' +
    'Make room on this device, or use “Download my work” at the foot of the page before you leave.';
  let scope; // JupyterLab's own modules, by name
  let contents;

  const own = async name => (await Object.values(scope[name])[0].get())();
  const made = (tag, look, text = '') => {
    const node = document.createElement(tag);
    node.className = look;
    node.textContent = text;
    return node;
  };

  // --- A copy, as `classroom/desk.py` has it --------------------------------------------------------------

  const known = part => (part.metadata && part.metadata[MARK]) || {};
  const lineOf = cell => (Array.isArray(cell.source) ? cell.source.join('') : cell.source);
  const isBox = cell => cell.cell_type === 'code';
  const isChanged = cell => known(cell).line !== undefined && known(cell).line !== lineOf(cell);
  const isOwn = cell => known(cell).line === undefined && lineOf(cell).trim() !== '';
  const untouched = copy => !copy.cells.some(cell => isBox(cell) && (isChanged(cell) || isOwn(cell)));
  const stripped = copy => ({
    ...copy,
    cells: copy.cells.map(cell => (isBox(cell) ? { ...cell, outputs: [], execution_count: null } : cell))
  });
  const withLineBack = (copy, id) => ({
    ...copy,
    cells: copy.cells.map(cell => (cell.id === id && isChanged(cell) ? { ...cell, source: known(cell).line } : cell))
  });

  // --- The store of this browser --------------------------------------------------------------------------

  const read = async path => (await contents.get(path, { content: true })).content;
  const write = (path, copy) => contents.save(path, { type: 'notebook', format: 'json', content: copy });
  const base = () => new URL('..', document.baseURI.replace(/[^/]*$/, ''));
  const shipped = async lesson => {
    const answer = await fetch(new URL(`files/${encodeURIComponent(lesson)}`, base()), { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`${lesson} is not on the server.`);
    return answer.json();
  };
  const lessons = async () => {
    const all = await (await fetch(new URL('api/contents/all.json', base()))).json();
    return all.content.map(file => file.name).filter(name => name.endsWith('.ipynb'));
  };
  const stamp = () => new Date(Date.now() - 60000 * new Date().getTimezoneOffset())
    .toISOString().slice(0, 23).replace('T', ' ').replace(/:/g, '.');

  async function folder(path) {
    const there = await contents.get(path, { content: false }).catch(() => null);
    if (there) return;
    const fresh = await contents.newUntitled({ type: 'directory' });
    await contents.rename(fresh.path, path);
  }

  async function keepAside(lesson, copy) {
    await folder(EARLIER);
    const path = `${EARLIER}/${lesson.replace(/\.ipynb$/, '')} ${stamp()}.ipynb`;
    await write(path, stripped(copy));
    return path.slice(EARLIER.length + 1);
  }

  async function putBack(lesson, cell) {
    const fresh = await shipped(lesson);
    const now = await read(lesson).catch(() => null);
    const kept = now && !untouched(now) ? [await keepAside(lesson, now)] : [];
    await write(lesson, cell && now ? withLineBack(stripped(now), cell) : fresh);
    return kept;
  }

  async function person() {
    const name = await read(`${WORK}/name.txt`).catch(() => '');
    return typeof name === 'string' ? name.trim() : '';
  }

  async function settings(name) {
    const kept = await read(`${WORK}/my_work${name && `_${name}`}.json`).catch(() => null);
    try {
      const work = typeof kept === 'string' ? JSON.parse(kept) : kept;
      return (work && work.entries && work.entries.settings) || {};
    } catch (error) {
      return {};
    }
  }

  const desk = {
    person: async () => {
      const name = await person();
      return { person: name, settings: await settings(name) };
    },
    'put-back': async ({ lesson, cell }) => {
      const kept = [];
      for (const each of lesson ? [lesson] : await lessons()) kept.push(...(await putBack(each, cell)));
      return { kept };
    },
    keep: async ({ lesson, page }) => ({ kept: untouched(page) ? [] : [await keepAside(lesson, page)] })
  };
  window.whosewordsDesk = async (what, body) => desk[what](body || {});

  // --- One lesson -----------------------------------------------------------------------------------------

  // On the site the copies are one person's: whoever works under a name has a work file of that name.
  async function ofNow(panel) {
    const { model, context } = panel;
    const now = await person();
    const copy = model.getMetadata(MARK) || {};
    const fresh = await shipped(context.path.split('/').pop()).catch(() => null);
    if (fresh && known(fresh).made_from !== copy.made_from) {
      panel.content.node.inert = true; // what is typed just now would be lost with the page that goes
      try {
        const mine = model.toJSON();
        if (!untouched(mine)) await keepAside(context.path, mine);
        await write(context.path, fresh);
        await context.revert();
      } finally {
        panel.content.node.inert = false;
      }
    }
    if ((model.getMetadata(MARK) || {}).person !== now) {
      model.setMetadata(MARK, { ...model.getMetadata(MARK), person: now });
    }
  }

  // Where only results changed there is nothing to save. What another tab saved is never written over: it is shown
  // here, and what stood here is kept aside (see `takeOver` in `forgiving.js`).
  const typed = copy => JSON.stringify([known(copy), copy.cells.map(cell => [cell.cell_type, lineOf(cell)])]);
  function saveStripped({ context, model, node }) {
    const whole = model.toJSON.bind(model);
    const save = context.save.bind(context);
    model.toJSON = () => stripped(whole());
    let saved = typed(model.toJSON());
    context.save = async () => {
      const now = typed(model.toJSON());
      if (now === saved) { model.dirty = false; return; }
      const there = await contents.get(context.path, { content: false }).catch(() => null);
      if (there && context.contentsModel && there.last_modified !== context.contentsModel.last_modified) {
        node.dispatchEvent(new CustomEvent('whosewords-look'));
        return;
      }
      await save();
      saved = now;
    };
    context.fileChanged.connect(() => { saved = typed(model.toJSON()); });
  }

  // Leaving while Python is at work, with an answer for one, wants a second thought.
  function askBeforeLeaving({ context }) {
    window.addEventListener('beforeunload', event => {
      if (context.sessionContext.kernelDisplayStatus === 'busy') event.preventDefault();
    });
  }

  // A link from one lesson to another opens it in this tab: each tab has a Python of its own, and they are large.
  function openHere(panel) {
    panel.node.addEventListener('click', async event => {
      const link = event.target.closest('a[href*=".ipynb"]');
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      if (panel.model.dirty) await panel.context.save();
      const lesson = decodeURIComponent(new URL(link.href).pathname.split('/').pop());
      location.href = new URL(`notebooks/index.html?path=${encodeURIComponent(lesson)}`, base()).href;
    }, true);
  }

  // A line that is run before Python answers would be dropped without a word: it waits.
  const answers = sessionContext => ['idle', 'busy'].includes(sessionContext.kernelDisplayStatus);
  const once = new WeakMap(); // sessionContext: a promise of the first answer
  function firstAnswer(sessionContext) {
    if (!once.has(sessionContext)) {
      once.set(sessionContext, new Promise(done => {
        const look = () => { if (answers(sessionContext)) done(); };
        sessionContext.statusChanged.connect(look);
        look();
      }));
    }
    return once.get(sessionContext);
  }

  // Python has had nothing to do for a while: what is not for now, and would slow down a first answer, comes then.
  const REST = 2500;
  const atRest = sessionContext => new Promise(done => {
    let clock;
    const look = () => {
      clearTimeout(clock);
      if (sessionContext.kernelDisplayStatus === 'idle') clock = setTimeout(done, REST);
    };
    sessionContext.statusChanged.connect(look);
    look();
  });

  function waitForKernels(NotebookActions) {
    for (const name of Object.getOwnPropertyNames(NotebookActions)) {
      const act = NotebookActions[name];
      if (!/^run/.test(name) || typeof act !== 'function') continue;
      NotebookActions[name] = async (notebook, sessionContext, ...more) => {
        if (sessionContext) await firstAnswer(sessionContext);
        return act.call(NotebookActions, notebook, sessionContext, ...more);
      };
    }
  }

  // --- What stands on top ---------------------------------------------------------------------------------

  // Some browsers refuse every store; then JupyterLite falls back to one that ends with the page.
  const opens = () => new Promise(done => {
    try {
      const asked = indexedDB.open(`${NAME}-probe`);
      asked.onsuccess = () => { asked.result.close(); done(true); };
      asked.onerror = () => done(false);
    } catch (error) { done(false); }
  });

  async function keeps() {
    if (!('serviceWorker' in navigator) && !window.crossOriginIsolated) return false;
    if (!(await opens())) return false;
    try {
      const probe = `${WORK}_probe.txt`;
      const text = 'x'.repeat(100000) + Date.now();
      await contents.save(probe, { type: 'file', format: 'text', content: text });
      const back = await contents.get(probe, { content: true });
      await contents.delete(probe);
      return back.content === text;
    } catch (error) {
      return false;
    }
  }

  // --- Where the disk is full -----------------------------------------------------------------------------

  // JupyterLab copies a lesson before it shows it, and would show nothing where there is no room for the copy.
  function openAllTheSame() {
    const copy = contents.createCheckpoint.bind(contents);
    const none = () => ({ id: 'none', last_modified: new Date().toISOString() });
    contents.createCheckpoint = path => copy(path).catch(none);
  }

  // What is typed comes before what the next visit could do without a server: that makes room for it. Where this is
  // not enough, a line on top says so until something can be saved again; `full` shows it and takes it away.
  function makeRoom(full) {
    const save = contents.save.bind(contents);
    contents.save = async (...given) => {
      try {
        const saved = await save(...given).catch(async () => {
          await caches.delete(STORE);
          return save(...given);
        });
        full(false);
        return saved;
      } catch (error) {
        full(true);
        throw Object.assign(new Error(error.message), { name: 'ModalCancelError' }); // JupyterLab opens no window for it
      }
    };
  }

  // What the store refuses is told to Python, by way of `store.js`: without an answer it would wait for ever.
  function refuseAloud({ prototype }) {
    const act = prototype.processDriveRequest;
    prototype.processDriveRequest = function (request) {
      return act.call(this, request).catch(() => REFUSED);
    };
  }

  // By this file Python knows, too: see `lasts` in `files.py`.
  async function tellPython() {
    await folder(WORK);
    await contents.save(`${WORK}/${NOTE}`, { type: 'file', format: 'text', content: FORGETS });
  }

  function onTop(panel, Widget, text, role) {
    const frame = new Widget();
    const line = made('div', 'ww-site-line', text);
    line.setAttribute('role', role);
    frame.node.append(line);
    panel.layout.insertWidget(1, frame);
    new ResizeObserver(() => {
      frame.node.style.minHeight = frame.node.style.maxHeight = `${line.offsetHeight}px`;
      if (frame.parent) frame.parent.fit();
    }).observe(line);
    return frame;
  }

  function signWhileStarting(panel, Widget) {
    const begun = performance.now();
    const frame = onTop(panel, Widget, '', 'status');
    const line = frame.node.firstChild;
    line.textContent = 'Python is on its way: the language, the tools of the lesson, and its texts, about 25 MB the ' +
      'first time. You can read already; a line that you run now waits until it is there.';
    line.classList.add('ww-site-moving');
    const clock = setInterval(() => {
      line.dataset.seconds = `${Math.round((performance.now() - begun) / 1000)} s`;
    }, 1000);
    firstAnswer(panel.context.sessionContext).then(() => {
      clearInterval(clock);
      frame.dispose();
    });
    atRest(panel.context.sessionContext).then(storeAll);
  }

  // --- For the visit without a server ---------------------------------------------------------------------

  // A tab that was open before an update goes on with the Python that it has, and what it did not yet need of it.
  const PYTHON = /python-[0-9a-f]+(?=\/)/;
  const inUse = name => navigator.locks && navigator.locks.request(name, { mode: 'shared' }, () => new Promise(() => {}));

  // The service worker keeps what passes it; what came before it was there passes once more. What an older site left
  // behind goes, unless a tab is open that began with it.
  let stored = false;
  async function storeAll() {
    if (stored || !('serviceWorker' in navigator) || !window.caches) return;
    stored = true;
    await navigator.serviceWorker.ready;
    const list = await (await fetch(new URL('whosewords-files.json', base()))).json();
    const seen = performance.getEntriesByType('resource').map(each => each.name).filter(url => url.startsWith(base().href));
    const all = new Set([location.href, ...seen, ...list.map(file => new URL(file, base()).href)]);
    const store = await caches.open(STORE);
    for (const url of all) if (!(await store.match(url, { ignoreSearch: true }))) await fetch(url).catch(() => undefined);
    const used = navigator.locks ? (await navigator.locks.query()).held.map(lock => lock.name) : [];
    for (const { url } of await store.keys()) {
      const [python] = PYTHON.exec(url) || [];
      if (python && !all.has(url) && !used.includes(python)) await store.delete(url);
    }
    document.documentElement.dataset.whosewordsStored = 'yes';
  }

  const LOOK = `
    .ww-site-line { padding: 6px 12px; font-size: 14px; line-height: 1.4; color: var(--jp-ui-font-color1);
      background: var(--jp-layout-color2); border-bottom: 1px solid var(--jp-border-color1); }
    .ww-site-line[role=alert] { border-left: 6px solid var(--jp-warn-color0, #b45309); font-weight: 600; }
    .ww-site-moving::before { content: ''; display: inline-block; width: 12px; height: 12px; margin-right: 8px;
      border: 3px solid currentColor; border-right-color: transparent; border-radius: 50%; vertical-align: -2px;
      animation: ww-turn 1s linear infinite; }
    .ww-site-moving::after { content: ' ' attr(data-seconds); }
    @keyframes ww-turn { to { transform: rotate(1turn); } }
    @media (prefers-reduced-motion: reduce) { .ww-site-moving::before { animation-duration: 8s; } }
  `;

  // --- The plugin -----------------------------------------------------------------------------------------

  async function plugin() {
    const { INotebookTracker, NotebookActions } = await own('@jupyterlab/notebook');
    const { Widget } = await own('@lumino/widgets');
    const { DriveContentsProcessor } = await own('@jupyterlite/services');
    const { PageConfig } = await own('@jupyterlab/coreutils');
    return {
      id: `${NAME}:plugin`,
      autoStart: true,
      requires: [INotebookTracker],
      activate: (app, tracker) => {
        ({ contents } = app.serviceManager);
        inUse((PYTHON.exec(PageConfig.getOption('litePluginSettings')) || [])[0]);
        let full = false;
        const lines = new Map(); // panel: the line on it that says so
        const showFull = panel => {
          if (full && !lines.has(panel)) lines.set(panel, onTop(panel, Widget, FULL, 'alert'));
          if (full || !lines.has(panel)) return;
          lines.get(panel).dispose();
          lines.delete(panel);
        };
        openAllTheSame();
        makeRoom(now => { full = now; tracker.forEach(showFull); });
        refuseAloud(DriveContentsProcessor);
        waitForKernels(NotebookActions);
        document.head.append(Object.assign(document.createElement('style'), { textContent: LOOK }));
        if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => undefined);
        const care = async panel => {
          await panel.context.ready;
          const early = document.getElementById('ww-loading');
          if (early) early.remove();
          saveStripped(panel);
          askBeforeLeaving(panel);
          openHere(panel);
          signWhileStarting(panel, Widget);
          if (!(await keeps()) && !full) {
            onTop(panel, Widget, FORGETS, 'alert');
            await tellPython().catch(() => undefined);
          }
          await ofNow(panel);
        };
        tracker.forEach(care);
        tracker.widgetAdded.connect((_, panel) => care(panel));
      }
    };
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = {
    init: given => { scope = given; },
    get: async () => {
      const site = await plugin();
      return () => ({ __esModule: true, default: site });
    }
  };
})();
