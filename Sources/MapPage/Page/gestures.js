'use strict';
// Mouse, fingers and keys on the map.
(() => {
  const { byId } = Frontline.dom;

  Frontline.startGestures = () => {
    const pointers = new Map();
    let moved = 0;
    const spot = (event) => {
      const box = event.currentTarget.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const spread = () => {
      const [a, b] = Array.from(pointers.values());
      return { width: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    };
    for (const canvas of [byId('canvas'), byId('canvas-then')]) {
      canvas.addEventListener('pointerdown', (event) => {
        // The other buttons are the browser's.
        if (event.button) return;
        canvas.setPointerCapture(event.pointerId);
        pointers.set(event.pointerId, spot(event));
        if (pointers.size === 1) moved = 0;
        byId('cross').hidden = true;
      });
      canvas.addEventListener('pointermove', (event) => {
        const last = pointers.get(event.pointerId);
        if (!last) return;
        const here = spot(event);
        if (pointers.size === 1) {
          moved += Math.abs(here.x - last.x) + Math.abs(here.y - last.y);
          if (moved > 4) Frontline.view.pan(here.x - last.x, here.y - last.y);
          pointers.set(event.pointerId, here);
          return;
        }
        const before = spread();
        pointers.set(event.pointerId, here);
        const after = spread();
        moved += 10;
        Frontline.view.pan(after.x - before.x, after.y - before.y);
        if (before.width > 0) Frontline.view.zoomBy(after.width / before.width, after.x, after.y);
      });
      const up = (event) => {
        const known = pointers.delete(event.pointerId);
        if (known && event.type === 'pointerup' && pointers.size === 0 && moved <= 4) {
          const here = spot(event);
          Frontline.pick(here.x, here.y, canvas.id === 'canvas-then');
        }
      };
      canvas.addEventListener('pointerup', up);
      canvas.addEventListener('pointercancel', up);
      canvas.addEventListener('wheel', (event) => {
        event.preventDefault();
        const here = spot(event);
        Frontline.view.zoomBy(2 ** (-event.deltaY * (event.deltaMode ? 20 : 1) / 300), here.x, here.y);
      }, { passive: false });
      canvas.addEventListener('dblclick', (event) => {
        const here = spot(event);
        Frontline.view.zoomBy(2, here.x, here.y);
      });
    }
    byId('canvas').addEventListener('keydown', onKey);
    byId('canvas').addEventListener('focus', () => { byId('cross').hidden = !byId('canvas').matches(':focus-visible'); });
    byId('canvas').addEventListener('blur', () => { byId('cross').hidden = true; });
    byId('zoom-in').addEventListener('click', () => Frontline.view.zoomBy(2));
    byId('zoom-out').addEventListener('click', () => Frontline.view.zoomBy(0.5));
    byId('zoom-all').addEventListener('click', () => Frontline.view.fit(Frontline.land.box));
    window.addEventListener('resize', Frontline.draw);
    new ResizeObserver(Frontline.draw).observe(byId('map'));
  };

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = Frontline.view.size;
    const keys = {
      ArrowLeft: () => Frontline.view.pan(80, 0), ArrowRight: () => Frontline.view.pan(-80, 0),
      ArrowUp: () => Frontline.view.pan(0, 80), ArrowDown: () => Frontline.view.pan(0, -80),
      '+': () => Frontline.view.zoomBy(2), '=': () => Frontline.view.zoomBy(2), '-': () => Frontline.view.zoomBy(0.5),
      0: () => Frontline.view.fit(Frontline.land.box),
      Enter: () => Frontline.pick(width / 2, height / 2, false),
      Escape: () => Frontline.change({ chosen: null }),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    byId('cross').hidden = false;
    keys[event.key]();
  };
})();
