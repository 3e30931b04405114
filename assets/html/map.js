// Zoom and pan, and the figures of what is under the pointer or has the keyboard. Without it the map is whole and still.
(() => {
  'use strict';
  const view = document.getElementById('map');
  const svg = view.querySelector('svg');
  const tip = document.getElementById('tip');
  const figures = JSON.parse(document.getElementById('figures-of').textContent);
  const whole = svg.getAttribute('viewBox');
  const [, , width, height] = whole.split(' ').map(Number);
  // Pixels of a point, and the point in the upper left corner.
  let scale = 1, left = 0, top = 0;
  // Until somebody zooms or pans, the map stays whole, whatever becomes of the window.
  let untouched = true;
  // On paper the map is whole, whatever size the window seems to have then.
  let printing = false;

  const show = () => {
    if (printing) return;
    const { width: w, height: h } = view.getBoundingClientRect();
    svg.setAttribute('viewBox', `${left} ${top} ${w / scale} ${h / scale}`);
  };
  const fitted = () => {
    const { width: w, height: h } = view.getBoundingClientRect();
    return Math.min(w / width, h / height);
  };
  const fit = () => {
    if (printing || !view.clientWidth) return;
    untouched = true;
    scale = fitted();
    left = (width - view.clientWidth / scale) / 2;
    top = (height - view.clientHeight / scale) / 2;
    show();
  };
  const keep = () => {
    // A part of the map always stays in sight.
    const w = view.clientWidth / scale, h = view.clientHeight / scale;
    left = Math.min(Math.max(left, 80 - w), width - 80);
    top = Math.min(Math.max(top, 80 - h), height - 80);
  };
  const moved = () => {
    untouched = false;
    keep();
    show();
  };
  const zoom = (factor, x, y) => {
    const box = view.getBoundingClientRect();
    const px = (x ?? box.left + box.width / 2) - box.left, py = (y ?? box.top + box.height / 2) - box.top;
    const next = Math.min(Math.max(scale * factor, fitted() / 2), 12);
    left += px / scale - px / next;
    top += py / scale - py / next;
    scale = next;
    moved();
  };
  const pan = (dx, dy) => {
    left -= dx / scale;
    top -= dy / scale;
    moved();
  };

  view.addEventListener('wheel', (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 24 : 1;
    if (event.shiftKey) return pan(-(event.deltaX + event.deltaY) * unit, 0);
    zoom(Math.exp(-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0016)), event.clientX, event.clientY);
    hide();
  }, { passive: false });

  const fingers = new Map();
  view.addEventListener('pointerdown', (event) => {
    // With the mouse, words can be marked.
    if (event.pointerType === 'mouse' && (event.button > 1 || (event.button === 0 && event.target.closest('text')))) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    view.setPointerCapture(event.pointerId);
    view.classList.add('dragging');
  });
  view.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const far = (one) => Math.hypot(one.x - other.x, one.y - other.y);
      zoom(far(now) / Math.max(far(before), 1), (now.x + other.x) / 2, (now.y + other.y) / 2);
      pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    } else {
      pan(now.x - before.x, now.y - before.y);
    }
    fingers.set(event.pointerId, now);
    hide();
  });
  const lift = (event) => {
    fingers.delete(event.pointerId);
    if (!fingers.size) view.classList.remove('dragging');
  };
  view.addEventListener('pointerup', lift);
  view.addEventListener('pointercancel', lift);

  const keys = {
    '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), '0': fit,
    ArrowLeft: () => pan(60, 0), ArrowRight: () => pan(-60, 0), ArrowUp: () => pan(0, 60), ArrowDown: () => pan(0, -60),
    Escape: () => hide(),
  };
  view.addEventListener('keydown', (event) => {
    const action = keys[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
  for (const [id, action] of [['zoom-in', () => zoom(1.25)], ['zoom-out', () => zoom(0.8)], ['zoom-fit', fit]]) {
    document.getElementById(id).addEventListener('click', action);
  }
  document.getElementById('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });

  const hide = () => { tip.hidden = true; };
  const tell = (node, x, y) => {
    const label = node.getAttribute('aria-label');
    const [name = label.split(', ')[0], rows] = figures[label] ?? [];
    tip.replaceChildren();
    tip.appendChild(document.createElement('b')).textContent = name;
    const rest = label.slice(name.length).replace(/^, /, '');
    if (rows) {
      const table = tip.appendChild(document.createElement('table'));
      for (const [what, value] of rows) {
        const row = table.insertRow();
        row.insertCell().textContent = what;
        row.insertCell().textContent = value;
      }
    } else {
      tip.append(rest);
    }
    tip.hidden = false;
    const { width: w, height: h } = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - w - 8))}px`;
    tip.style.top = `${y + 18 + h > innerHeight ? Math.max(8, y - h - 12) : y + 18}px`;
  };
  for (const node of svg.querySelectorAll('g[aria-label]')) {
    // What the browser would show beside our own.
    node.querySelector(':scope > title')?.remove();
    node.setAttribute('tabindex', '0');
    node.addEventListener('pointermove', (event) => {
      if (!fingers.size) tell(node, event.clientX, event.clientY);
    });
    node.addEventListener('pointerleave', hide);
    node.addEventListener('focus', () => {
      const box = view.getBoundingClientRect();
      let at = node.getBoundingClientRect();
      const dx = at.left < box.left ? box.left - at.left + 24 : Math.min(0, box.right - at.right - 24);
      const dy = at.top < box.top ? box.top - at.top + 24 : Math.min(0, box.bottom - at.bottom - 24);
      if (dx || dy) pan(dx, dy);
      at = node.getBoundingClientRect();
      if (node.matches(':focus-visible')) tell(node, at.left, at.bottom - 10);
    });
    node.addEventListener('blur', hide);
  }
  addEventListener('beforeprint', () => {
    printing = true;
    svg.setAttribute('viewBox', whole);
  });
  addEventListener('afterprint', () => {
    printing = false;
    show();
  });
  addEventListener('resize', () => (untouched ? fit() : show()));
  fit();
})();
