'use strict';
// Tiles of whoever publishes the map, if a source was named; nothing is fetched otherwise.
(() => {
  const kept = new Map();
  const most = 300;

  const tile = (z, x, y) => {
    const key = [z, x, y].join('/');
    if (!kept.has(key)) {
      const image = new Image();
      image.crossOrigin = 'anonymous';
      image.referrerPolicy = 'no-referrer';
      image.onload = () => { image.ready = true; Frontline.draw(); };
      const address = Frontline.data.map.tiles.address.replace('{z}', z).replace('{x}', x).replace('{y}', y);
      // An owner who does not let others read the pixels may still show them; then no PNG can be saved.
      image.onerror = () => {
        image.onerror = null;
        image.removeAttribute('crossorigin');
        image.src = address;
      };
      image.src = address;
      kept.set(key, image);
      if (kept.size > most) kept.delete(kept.keys().next().value);
    }
    return kept.get(key);
  };

  Frontline.paintTiles = (paint) => {
    if (!Frontline.data.map.tiles || !Frontline.state.layers.tiles) return;
    const { context } = paint;
    const { view, mercator } = Frontline;
    const z = Math.max(0, Math.min(19, Math.round(view.zoom())));
    const count = 2 ** z;
    const origin = mercator.origin();
    const number = (local, from) => (local / mercator.around + from) * count;
    const [low, high] = [view.toLocal(0, 0), view.toLocal(view.size.width, view.size.height)];
    const unit = mercator.around / count;
    for (let x = Math.floor(number(low.x, origin.x)); x <= number(high.x, origin.x); x++) {
      for (let y = Math.floor(number(low.y, origin.y)); y <= number(high.y, origin.y); y++) {
        if (x < 0 || y < 0 || x >= count || y >= count) continue;
        const image = tile(z, x, y);
        if (!image.ready) continue;
        const at = view.toScreen((x / count - origin.x) * mercator.around, (y / count - origin.y) * mercator.around);
        const side = unit * view.now.scale;
        context.drawImage(image, at.x, at.y, side + 0.5, side + 0.5);
      }
    }
  };
})();
