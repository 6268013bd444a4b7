/* JupyterLab with what a lesson needs and no more. What is out of sight stands in `jupyter_settings.json`, as a list of
   selectors; a button at the end of the lesson's toolbar shows all of it, and puts it away again. The browser remembers
   which. Lines of code get a name for listeners, which JupyterLab leaves out. It is the same on a computer and on the
   site. */

(() => {
  const NAME = 'whosewords-looks';
  const OPTION = 'whosewordsOutOfSight';
  const ALL = `${NAME}:all`;
  let scope; // JupyterLab's own modules, by name

  const own = async name => (await Object.values(scope[name])[0].get())();

  // What is typed into the store of this browser may be refused, in a private window for one.
  const wantsAll = () => { try { return localStorage.getItem(ALL) === 'yes'; } catch (error) { return false; } };
  const remember = all => { try { localStorage.setItem(ALL, all ? 'yes' : 'no'); } catch (error) { /* for this page only */ } };

  function* within(widget) {
    yield widget;
    for (const child of widget.layout || []) yield* within(child);
  }

  // A widget is hidden as one, so that its neighbours take its place; what is none, by its look.
  function apply(shell, selectors, all) {
    document.documentElement.classList.toggle('ww-all', all);
    for (const widget of within(shell)) {
      if (selectors && widget.node.matches(selectors)) widget.setHidden(!all);
    }
    shell.fit();
  }

  async function plugin() {
    const { INotebookTracker } = await own('@jupyterlab/notebook');
    const { PageConfig } = await own('@jupyterlab/coreutils');
    const { Widget } = await own('@lumino/widgets');
    const { EditorExtensionRegistry, IEditorExtensionRegistry } = await own('@jupyterlab/codemirror');
    const { EditorView } = await own('@codemirror/view');
    const named = EditorView.contentAttributes.of({ 'aria-label': 'Line to change or run' });
    return {
      id: `${NAME}:plugin`,
      autoStart: true,
      requires: [INotebookTracker, IEditorExtensionRegistry],
      activate: (app, tracker, editors) => {
        editors.addExtension({
          name: `${NAME}:named`,
          factory: ({ inline }) => inline ? EditorExtensionRegistry.createImmutableExtension(named) : null
        });
        const selectors = PageConfig.getOption(OPTION);
        let all = wantsAll();
        const buttons = new Set();
        const show = () => {
          apply(app.shell, selectors, all);
          buttons.forEach(button => {
            button.textContent = all ? 'Only what lessons need' : 'All of Jupyter';
            button.setAttribute('aria-pressed', String(all));
          });
        };
        document.head.append(Object.assign(document.createElement('style'), { textContent: `
          html:not(.ww-all) :is(${selectors || 'ww-none'}) { display: none !important; }
          .ww-looks-button { font: inherit; font-size: 12px; color: inherit; background: var(--jp-layout-color1);
            cursor: pointer; border: 1px solid var(--jp-border-color1); border-radius: 4px; padding: 1px 8px; min-height: 24px; }
          .ww-looks-button:focus-visible { outline: 3px solid var(--jp-brand-color1); outline-offset: 2px; }
          @media (max-width: 600px) { .ww-looks-button { display: none; } }
        ` }));
        const care = panel => {
          const frame = new Widget();
          const button = document.createElement('button');
          button.type = 'button';
          button.className = 'ww-looks-button';
          // A click leaves whoever reads where they are: the next Shift + Enter runs the line there.
          button.addEventListener('mousedown', event => event.preventDefault());
          button.addEventListener('click', ({ detail }) => {
            all = !all;
            remember(all);
            show();
            if (!detail) button.focus();  // it was a key
          });
          frame.node.append(button);
          buttons.add(button);
          panel.toolbar.addItem('ww-looks', frame);
          panel.disposed.connect(() => buttons.delete(button));
          show();
        };
        tracker.forEach(care);
        tracker.widgetAdded.connect((_, panel) => care(panel));
        app.restored.then(show);
      }
    };
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = {
    init: given => { scope = given; },
    get: async () => {
      const looks = await plugin();
      return () => ({ __esModule: true, default: looks });
    }
  };
})();
