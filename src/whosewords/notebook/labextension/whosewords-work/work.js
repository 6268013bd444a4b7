/* A student's work at hand: at the foot of each lesson, and under what `my_work()` shows, stand three buttons that
   download it, load it, and put the lesson back. One tap each, with the keyboard too.

   What is in a work file, and what is taken in of one, is decided in Python: see `taking.py`. This file only asks the
   lesson's kernel, gives the browser a file, and hands one over. It is the same on a computer and on the site. */

(() => {
  const NAME = 'whosewords-work';
  const GIVE = '__import__("whosewords.notebook.taking", fromlist=["x"])';
  const START = '\u001ework:'; // what `taking.py` prints begins with this, whatever else is printed
  const SHOWN = '.ww-mywork';
  let scope; // JupyterLab's own modules, by name

  const own = async name => (await Object.values(scope[name])[0].get())();

  const made = (tag, look, text = '') => {
    const node = document.createElement(tag);
    node.className = look;
    node.textContent = text;
    return node;
  };
  const button = (text, act) => {
    const node = made('button', 'ww-work-button', text);
    node.type = 'button';
    node.addEventListener('click', act);
    return node;
  };

  const LOOK = `
    .ww-work { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; padding: 4px 12px; font-size: 14px;
      line-height: 1.4; color: var(--jp-ui-font-color1); }
    .ww-work-foot { background: var(--jp-layout-color2); border-top: 1px solid var(--jp-border-color1); }
    .ww-work-button { font: inherit; color: inherit; background: var(--jp-layout-color1); cursor: pointer;
      border: 1px solid currentColor; border-radius: 4px; padding: 3px 10px; min-height: 28px; }
    .ww-work-button:focus-visible { outline: 3px solid var(--jp-brand-color1); outline-offset: 2px; }
    .ww-work-told { flex: 1 1 14em; }
    @media (max-width: 600px) { .ww-work { font-size: 12px; padding: 2px 6px; } }
    @media print { .ww-work { display: none; } }
  `;

  // --- What the kernel says -------------------------------------------------------------------------------

  async function asked(panel, code) {
    const { sessionContext } = panel.context;
    await sessionContext.ready;
    const kernel = sessionContext.session && sessionContext.session.kernel;
    if (!kernel) throw new Error('Python is not there yet. Wait a moment, then try again.');
    let said = '';
    const future = kernel.requestExecute({ code, store_history: false, stop_on_error: false });
    future.onIOPub = message => { if (message.header.msg_type === 'stream') said += message.content.text; };
    await future.done;
    const at = said.indexOf(START);
    if (at < 0) throw new Error('Python did not answer. Run the first line of this lesson, then try again.');
    return JSON.parse(said.slice(at + START.length).split('\n')[0]);
  }

  function download(name, text) {
    const link = made('a', '');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // --- The row of buttons ---------------------------------------------------------------------------------

  function row(panel, look) {
    const node = made('div', `ww-work ${look}`);
    const told = made('span', 'ww-work-told');
    const more = made('span', ''); // a button for whoever is sure
    told.setAttribute('role', 'status');
    node.setAttribute('role', 'group');
    node.setAttribute('aria-label', 'My work');
    const say = text => { told.textContent = text; };
    const doing = (text, act) => async () => {
      more.textContent = '';
      say(text);
      try { say(await act()); } catch (error) { say(error.message); }
    };
    const chosen = made('input', '');
    chosen.type = 'file';
    chosen.accept = '.json,application/json';
    chosen.hidden = true;
    const take = async (name, text, sure) => {
      const call = `${GIVE}.take(${JSON.stringify(name)}, ${JSON.stringify(text)}, ${sure ? '"yes"' : 'None'})`;
      const { told: sentence, unsure } = await asked(panel, call);
      if (unsure) more.append(button('They are mine: load them', doing('Loading …', () => take(name, text, true))));
      return sentence;
    };
    chosen.addEventListener('change', doing('Loading …', async () => {
      const [file] = chosen.files;
      const text = file ? await file.text() : '';
      chosen.value = '';
      return file ? take(file.name, text, false) : '';
    }));
    node.append(
      button('Download my work', doing('One moment …', async () => {
        const { name, text, told: sentence } = await asked(panel, `${GIVE}.give()`);
        if (text) download(name, text);
        return sentence;
      })),
      button('Load my work', () => chosen.click()),
      button('Put this lesson back', () => panel.node.dispatchEvent(new CustomEvent('whosewords-put-back'))),
      chosen, told, more
    );
    return node;
  }

  // --- The plugin -----------------------------------------------------------------------------------------

  async function plugin() {
    const { INotebookTracker } = await own('@jupyterlab/notebook');
    const { Widget } = await own('@lumino/widgets');
    const care = async panel => {
      await panel.context.ready;
      if (!panel.model || !(panel.model.getMetadata('whosewords') || {}).made_from) return;
      const frame = new Widget();
      frame.node.append(row(panel, 'ww-work-foot'));
      panel.layout.addWidget(frame);
      new ResizeObserver(() => {
        frame.node.style.minHeight = frame.node.style.maxHeight = `${frame.node.firstChild.offsetHeight}px`;
        if (frame.parent) frame.parent.fit();
      }).observe(frame.node.firstChild);
      const fill = () => panel.content.node.querySelectorAll(SHOWN).forEach(shown => {
        if (!shown.querySelector('.ww-work')) shown.append(row(panel, ''));
      });
      const watch = new MutationObserver(fill);
      watch.observe(panel.content.node, { childList: true, subtree: true });
      panel.disposed.connect(() => watch.disconnect());
    };
    return {
      id: `${NAME}:plugin`,
      autoStart: true,
      requires: [INotebookTracker],
      activate: (app, tracker) => {
        document.head.append(Object.assign(document.createElement('style'), { textContent: LOOK }));
        tracker.forEach(care);
        tracker.widgetAdded.connect((_, panel) => care(panel));
      }
    };
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = {
    init: given => { scope = given; },
    get: async () => {
      const work = await plugin();
      return () => ({ __esModule: true, default: work });
    }
  };
})();
