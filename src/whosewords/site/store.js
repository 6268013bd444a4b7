/* Comes first in the service worker of a site. A page that was open once opens without a server, and a page that finds
   its server shows what is there now, never a mixture: what has a fingerprint in its name is taken from this browser's
   own store, all else from the server as long as it answers. JupyterLite's own worker, below, brings what a lesson
   writes into the store of the page. */

(() => {
  const STORE = 'whosewords';
  const REFUSED = JSON.stringify('whosewords: refused'); // as in `site.js`
  const DRIVE = /\/api\/drive$/;
  const OWN = /\/api\/(?!contents\/)/; // answered by the page itself, below
  const FINGERPRINT = /\/static\/python-[0-9a-f]+\/|\/build\/[^/]*\.[0-9a-f]{7}\.js$|\.[0-9a-f]{16}\.js$/;

  async function given(request, lasting) {
    const store = await caches.open(STORE);
    const { origin, pathname } = new URL(request.url);
    const name = origin + pathname; // which lesson is asked for stands behind it, and the page is the same
    const kept = await store.match(name);
    if (kept && lasting) return kept;
    try {
      // A browser takes what it has for fresh, as long as it guesses; the server is asked whether it still is.
      const answer = await fetch(request, lasting ? {} : { cache: 'no-cache' });
      if (answer.status === 200) await store.put(name, answer.clone()).catch(() => undefined); // the disk may be full
      return answer;
    } catch (error) {
      if (kept) return kept;
      throw error;
    }
  }

  // Python's file system takes a status for a fault that it can tell its program, and nothing else.
  async function told(answer) {
    const text = await (await answer).text();
    return text === REFUSED ? new Response('', { status: 507 }) : new Response(text);
  }

  self.addEventListener('fetch', event => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (origin === location.origin && DRIVE.test(pathname)) {
      const respond = event.respondWith.bind(event);
      event.respondWith = answer => respond(told(answer));
      return;
    }
    if (request.method !== 'GET' || origin !== location.origin || OWN.test(pathname)) return;
    event.stopImmediatePropagation();
    event.respondWith(given(request, FINGERPRINT.test(pathname)));
  });
})();

