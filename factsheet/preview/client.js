// The preview's part in the browser: keeps a page up to date and shows findings over it. Never published.
// It speaks the protocol of livereload, version 7, with three fields more: serial, changed and styles.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const query = `token=${encodeURIComponent(own.token)}`;
  const key = "_preview-scroll";
  let host, wait = 250, met = false;

  const page = () => {
    const path = decodeURIComponent(location.pathname).slice(1);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  };

  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  sessionStorage.removeItem(key);
  let restored = kept?.[0] !== location.pathname;

  // A page that is told to load again before it has gone back to its place keeps that place, and not where it is.
  const reload = () => {
    sessionStorage.setItem(key, JSON.stringify(restored ? [location.pathname, scrollX, scrollY] : kept));
    history.scrollRestoration = "manual";
    location.reload();
  };

  // The browser goes to the address's own place in a frame of its choice, so a place is held for a second, or until the
  // editor moves.
  const restore = () => {
    const end = performance.now() + 1000;
    let moved = false;
    for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(type, () => { moved = true; }, { once: true, capture: true, passive: true });
    }
    const hold = () => {
      if (!moved) scrollTo({ left: kept[1], top: kept[2], behavior: "instant" });
      restored = moved || performance.now() > end;
      if (!restored) requestAnimationFrame(hold);
    };
    hold();
    history.scrollRestoration = "auto";
  };

  const restyle = (styles) => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      for (const [before, after] of Object.entries(styles)) {
        if (!link.href.endsWith(`/${before}`)) continue;
        const fresh = link.cloneNode();
        fresh.href = link.href.slice(0, -before.length) + after;
        fresh.addEventListener("load", () => link.remove());
        link.after(fresh);
      }
    }
  };

  const hide = () => host.shadowRoot.querySelector("dialog")?.close();

  const show = async () => {
    const answer = await fetch(`/_preview/panel?${query}&page=${encodeURIComponent(page())}`);
    if (!answer.ok) return;
    const root = host.shadowRoot;
    root.querySelector("div.all").innerHTML = await answer.text();
    root.querySelector("[data-hide]")?.addEventListener("click", hide);
    root.querySelector("[data-show]")?.addEventListener("click", () => {
      root.querySelector("dialog").show();
      root.querySelector("[data-hide]").focus();
    });
  };

  const act = (message) => {
    if (message.command === "hello") {
      if (String(message.serial) !== own.serial) return reload();
      host.dataset.state = "listening";
      return;
    }
    if (message.command !== "reload") return;
    // Each state with other files has the next number, so a greater step tells that one was missed while connecting.
    const missed = message.serial - own.serial > 1;
    const styles = Object.entries(message.styles || {});
    if (missed || (!styles.length && (!message.changed || message.changed.includes(page()) || own.page !== page()))) {
      return reload();
    }
    own.serial = message.serial;
    restyle(message.styles || {});
    show();
  };

  const connect = () => {
    const socket = new WebSocket(`ws://${location.host}/livereload?${query}`);
    socket.onopen = () => {
      wait = 250;
      met = true;
      socket.send(JSON.stringify({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] }));
      socket.send(JSON.stringify({ command: "info", plugins: {}, url: location.href }));
    };
    socket.onmessage = (event) => act(JSON.parse(event.data));
    socket.onclose = async () => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(wait * 2, 4000);
      // A server that was started anew gave out another token, which only a fresh page knows.
      const up = met && (await fetch("/_preview/client.js", { method: "HEAD" }).then((answer) => answer.ok, () => false));
      if (up && wait > 1000) reload();
      else connect();
    };
  };

  const start = () => {
    host = document.createElement("div");
    host.id = "_preview";
    host.attachShadow({ mode: "open" }).innerHTML =
      '<link rel="stylesheet" href="/_preview/client.css"><div class="all"></div>';
    document.body.append(host);
    addEventListener("keydown", (event) => event.key === "Escape" && hide());
    if (!restored && document.readyState === "complete") restore();
    else if (!restored) addEventListener("load", () => requestAnimationFrame(restore));
    show();
    connect();
  };

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
