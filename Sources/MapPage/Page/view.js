'use strict';
// What part of the land is seen: the local units in the middle, and pixels per unit.
(() => {
  const view = { x: 0, y: 0, scale: 1 };
  const size = { width: 1, height: 1, ratio: 1 };
  const [least, most] = [3, 18];

  const zoomOf = (scale) => Math.log2(scale * Frontline.mercator.around / 256);
  const scaleOf = (zoom) => 2 ** zoom * 256 / Frontline.mercator.around;
  const limited = (scale) => scaleOf(Math.max(least, Math.min(most, zoomOf(scale))));

  Frontline.view = {
    now: view, size,
    zoom: () => zoomOf(view.scale),
    toScreen: (x, y) => ({ x: (x - view.x) * view.scale + size.width / 2, y: (y - view.y) * view.scale + size.height / 2 }),
    toLocal: (x, y) => ({ x: (x - size.width / 2) / view.scale + view.x, y: (y - size.height / 2) / view.scale + view.y }),
    pan(dx, dy) {
      view.x -= dx / view.scale;
      view.y -= dy / view.scale;
      Frontline.draw();
    },
    // Zooms by a factor about a point of the screen, which stays where it is.
    zoomBy(factor, x = size.width / 2, y = size.height / 2) {
      const fixed = this.toLocal(x, y);
      view.scale = limited(view.scale * factor);
      view.x = fixed.x - (x - size.width / 2) / view.scale;
      view.y = fixed.y - (y - size.height / 2) / view.scale;
      Frontline.draw();
    },
    // Shows a box of degrees.
    fit(box, margin = 0.06) {
      const [a, b] = [Frontline.mercator.local(box.west, box.north), Frontline.mercator.local(box.east, box.south)];
      view.x = (a.x + b.x) / 2;
      view.y = (a.y + b.y) / 2;
      const room = 1 - 2 * margin;
      view.scale = limited(Math.min(
        size.width * room / Math.max(b.x - a.x, 1e-6), size.height * room / Math.max(b.y - a.y, 1e-6)));
      Frontline.draw();
    },
    centre(longitude, latitude, zoom) {
      Object.assign(view, Frontline.mercator.local(longitude, latitude));
      if (zoom !== undefined) view.scale = limited(scaleOf(zoom));
      Frontline.draw();
    },
    // In degrees.
    box() {
      const [a, b] = [this.toLocal(0, 0), this.toLocal(size.width, size.height)];
      const [p, q] = [Frontline.mercator.degrees(a.x, a.y), Frontline.mercator.degrees(b.x, b.y)];
      return { west: p.longitude, north: p.latitude, east: q.longitude, south: q.latitude };
    },
  };
})();
