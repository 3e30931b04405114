// Runs within an exported page in a browser: turns the wheel, drags, pinches, points, tabs and prints, and sends what did not do
// what it should, with where each text stands, to whoever listens.
(async () => {
  const wrong = window.wrong;
  const check = (what, holds, detail) => { if (!holds) wrong.push(`${what}: ${JSON.stringify(detail)}`); };
  const near = (one, other, by) => one.every((value, at) => Math.abs(value - other[at]) <= by);
  let texts = [];
  try {
    // Pointers that are made here are none that the browser knows.
    Element.prototype.setPointerCapture = () => {};
    const view = document.getElementById('map'), svg = view.querySelector('svg'), tip = document.getElementById('tip');
    const width = Number(svg.getAttribute('width')), height = Number(svg.getAttribute('height'));
    const box = () => svg.getAttribute('viewBox').split(' ').map(Number);
    const room = () => view.getBoundingClientRect();
    const under = (x, y) => {
      const [left, top, w, h] = box(), at = room();
      return [left + (x - at.left) * w / at.width, top + (y - at.top) * h / at.height];
    };
    const middle = () => { const at = room(); return [at.left + at.width / 2, at.top + at.height / 2].map(Math.round); };
    const key = (name) => view.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    const pointer = (target, kind, pointerId, pointerType, [clientX, clientY]) =>
      target.dispatchEvent(new PointerEvent(kind, { pointerId, pointerType, clientX, clientY, bubbles: true, cancelable: true }));

    await document.fonts.ready;
    check('the fonts that come along are read', document.fonts.size > 0 && [...document.fonts].every((font) => font.status === 'loaded'),
      [...document.fonts].map((font) => `${font.family} ${font.weight} ${font.status}`));
    const whole = box();
    check('the map is whole at first', whole[0] <= 0.5 && whole[1] <= 0.5 && whole[0] + whole[2] >= width - 0.5 && whole[1] + whole[3] >= height - 0.5, whole);

    const [x, y] = middle().map((value) => value - 60);
    let before = under(x, y), size = box()[2];
    view.dispatchEvent(new WheelEvent('wheel', { deltaY: -400, clientX: x, clientY: y, bubbles: true, cancelable: true }));
    check('the wheel zooms in', box()[2] < size * 0.7, box());
    check('what is under the pointer stays there', near(under(x, y), before, 0.5), [before, under(x, y)]);
    before = under(x, y);
    pointer(svg, 'pointerdown', 1, 'mouse', [x, y]);
    pointer(view, 'pointermove', 1, 'mouse', [x + 90, y + 40]);
    pointer(view, 'pointerup', 1, 'mouse', [x + 90, y + 40]);
    check('the map is dragged along', near(under(x + 90, y + 40), before, 0.5), [before, under(x + 90, y + 40)]);

    key('0');
    check('0 shows the whole map', near(box(), whole, 0.5), box());
    before = under(...middle());
    size = box()[2];
    const [mx, my] = middle();
    pointer(svg, 'pointerdown', 11, 'touch', [mx - 50, my]);
    pointer(svg, 'pointerdown', 12, 'touch', [mx + 50, my]);
    for (const share of [0.2, 0.4, 0.6, 0.8, 1]) {
      pointer(view, 'pointermove', 11, 'touch', [mx - 50 - 50 * share, my - 30 * share]);
      pointer(view, 'pointermove', 12, 'touch', [mx + 50 + 50 * share, my - 30 * share]);
    }
    pointer(view, 'pointerup', 11, 'touch', [mx - 100, my - 30]);
    pointer(view, 'pointerup', 12, 'touch', [mx + 100, my - 30]);
    check('two fingers zoom', Math.abs(size / box()[2] - 2) < 0.05, size / box()[2]);
    check('what lies between two fingers goes with them', near(under(mx, my - 30), before, 12), [before, under(mx, my - 30)]);

    key('0');
    size = box()[2];
    key('+');
    check('+ zooms in', box()[2] < size * 0.9, box());
    before = box()[0];
    key('ArrowRight');
    check('arrows move the map', box()[0] > before, box());
    size = box();
    dispatchEvent(new Event('resize'));
    check('another size of the window keeps what was zoomed to', near(box(), size, 0.5), box());
    document.getElementById('zoom-fit').click();

    const told = JSON.parse(document.getElementById('figures-of').textContent);
    const nodes = [...svg.querySelectorAll('g[aria-label]')];
    const step = nodes.find((node) => told[node.getAttribute('aria-label')]?.[1]);
    if (step) {
      const at = step.getBoundingClientRect();
      const place = [at.left + at.width / 2, at.top + at.height / 2];
      const hit = document.elementFromPoint(...place)?.closest('g[aria-label]');
      check('what is seen is what is hit', hit === step, hit?.getAttribute('aria-label'));
      pointer(hit, 'pointermove', 1, 'mouse', place);
      const [name, figures] = told[step.getAttribute('aria-label')];
      const seen = tip.getBoundingClientRect();
      check('the pointer tells the figures', !tip.hidden && tip.textContent.startsWith(name) && figures.every(([what, value]) => tip.textContent.includes(what) && tip.textContent.includes(value)), tip.textContent);
      check('they are within the window', seen.left >= 0 && seen.top >= 0 && seen.right <= innerWidth && seen.bottom <= innerHeight && seen.width > 60, seen);
      check('they can be read', getComputedStyle(tip).backgroundColor !== getComputedStyle(tip).color, getComputedStyle(tip).color);
      step.dispatchEvent(new PointerEvent('pointerleave'));
      check('they go with the pointer', tip.hidden, tip.textContent);
    }

    for (let times = 0; times < 8; times += 1) key('+');
    const last = nodes.at(-1);
    last.focus();
    const at = last.getBoundingClientRect();
    check('what has the keyboard is in sight', document.activeElement === last && at.left < room().right && at.right > room().left && at.top < room().bottom && at.bottom > room().top, at);
    key('0');

    const colors = () => [document.body, svg.querySelector('text'), svg.querySelector('rect[fill]')].map((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).fill].join());
    const light = colors();
    document.getElementById('theme').click();
    check('the other theme has other colours', colors().filter((color, at) => color !== light[at]).length >= 2, [light, colors()]);
    document.getElementById('theme').click();
    check('and back', near([0], [Number(String(colors()) !== String(light))], 0), [light, colors()]);

    key('+');
    size = box();
    dispatchEvent(new Event('beforeprint'));
    check('on paper the map is whole', near(box(), [0, 0, width, height], 0), box());
    dispatchEvent(new Event('afterprint'));
    check('after that it is as it was', near(box(), size, 0.5), box());
    key('0');

    check('nothing comes from elsewhere', performance.getEntriesByType('resource').every((one) => one.name.startsWith('data:')), performance.getEntriesByType('resource').map((one) => one.name));

    texts = [...svg.querySelectorAll('text')].map((text) => {
      const start = text.getStartPositionOfChar(0);
      return [text.textContent, start.x, start.y, text.getEndPositionOfChar(text.getNumberOfChars() - 1).x];
    });
  } catch (error) {
    wrong.push(`${error} ${error.stack}`);
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.enctype = 'text/plain';
  form.action = window.listener;
  const said = form.appendChild(document.createElement('textarea'));
  said.name = 'said';
  said.value = JSON.stringify({ wrong, texts });
  document.body.appendChild(form).submit();
})();
