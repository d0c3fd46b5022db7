'use strict';
// What lies at a point of the screen: a place, else a piece of the front, else an area.
(() => {
  // The cell around a point: the first arc to the left of it tells.
  const cellAt = (px, py) => {
    const { left, right, first, vertices, x, y } = Frontline.land;
    let best = -Infinity;
    let cell = -1;
    for (let arc = 0; arc < left.length; arc++) {
      for (let i = first[arc] + 1; i < first[arc + 1]; i++) {
        const [a, b] = [vertices[i - 1], vertices[i]];
        if ((y[a] > py) === (y[b] > py)) continue;
        const cross = x[a] + (py - y[a]) / (y[b] - y[a]) * (x[b] - x[a]);
        if (cross > px || cross <= best) continue;
        best = cross;
        // y runs down the screen, so an arc that falls there has its right side to the west.
        cell = y[b] > y[a] ? left[arc] : right[arc];
      }
    }
    return cell;
  };

  const frontAt = (scene, px, py, reach) => {
    const { vertices, first, x, y } = Frontline.land;
    let [best, found] = [reach, -1];
    for (const arc of [...scene.fronts.certain, ...scene.fronts.likely]) {
      for (let i = first[arc >> 1] + 1; i < first[(arc >> 1) + 1]; i++) {
        const [a, b] = [vertices[i - 1], vertices[i]];
        const [dx, dy] = [x[b] - x[a], y[b] - y[a]];
        const t = Math.max(0, Math.min(1, ((px - x[a]) * dx + (py - y[a]) * dy) / (dx * dx + dy * dy || 1)));
        const distance = Math.hypot(x[a] + t * dx - px, y[a] + t * dy - py);
        if (distance < best) [best, found] = [distance, arc];
      }
    }
    return found;
  };

  const placeAt = (sx, sy) => {
    const { places, view } = Frontline;
    const zoom = view.zoom();
    let [best, found] = [11, -1];
    for (let place = 0; place < places.count; place++) {
      if (!Frontline.placeShown(place, zoom)) continue;
      const at = view.toScreen(places.x[place], places.y[place]);
      const distance = Math.hypot(at.x - sx, at.y - sy) - places.size[place];
      if (distance < best) [best, found] = [distance, place];
    }
    return found;
  };

  // The piece of the front between two places, or nothing where none runs between them at that moment.
  Frontline.pieceBetween = (scene, a, b) => {
    for (const kind of ['certain', 'likely']) {
      const arcs = scene.fronts[kind].filter((arc) => {
        const { left, right } = Frontline.doubt(scene.moment, arc);
        return (left === a && right === b) || (left === b && right === a);
      });
      if (!arcs.length) continue;
      const path = new Path2D();
      for (const one of arcs) Frontline.regions.addLine(path, [one], 1, Frontline.land.x, Frontline.land.y);
      return { ...Frontline.doubt(scene.moment, arcs[0]), kind: 'front', certain: kind === 'certain', path };
    }
    return null;
  };

  // `earlier`: on the earlier of two maps that are compared; the reasons are those of that moment.
  Frontline.pick = (sx, sy, earlier) => {
    const local = Frontline.view.toLocal(sx, sy);
    if (Frontline.state.measure) return Frontline.addMeasured(local);
    const scene = Frontline.scene(earlier ? Frontline.state.with : Frontline.state.at);
    const place = Frontline.state.layers.places ? placeAt(sx, sy) : -1;
    if (place >= 0) return Frontline.change({ chosen: { kind: 'place', place, earlier } });
    const arc = Frontline.state.layers.front ? frontAt(scene, local.x, local.y, 7 / Frontline.view.now.scale) : -1;
    if (arc >= 0) {
      const { left, right } = Frontline.doubt(scene.moment, arc);
      const piece = Frontline.pieceBetween(scene, left, right);
      return Frontline.change({ chosen: piece && { ...piece, earlier } });
    }
    const cell = cellAt(local.x, local.y);
    const speaker = cell >= 0 ? scene.moment.speaker[cell] : -1;
    Frontline.change({ chosen: { kind: 'area', place: speaker, bare: cell === -2 ? 'beyond' : cell < 0 ? 'outside' : '', earlier } });
  };
  Frontline.cellAt = cellAt;
  Frontline.placeAt = placeAt;
})();
