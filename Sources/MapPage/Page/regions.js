'use strict';
// From cells with labels to rings around equal ones, and to the lines between hostile sides.
(() => {
  // Directed arcs (number * 2, plus 1 for backwards) with a label on their left.
  const directed = (labels, count) => {
    const { land } = Frontline;
    const of = Array.from({ length: count }, () => []);
    for (let i = 0; i < land.left.length; i++) {
      const left = land.left[i] < 0 ? -1 : labels[land.left[i]];
      const right = land.right[i] < 0 ? -1 : labels[land.right[i]];
      if (left === right) continue;
      if (left >= 0) of[left].push(i * 2);
      if (right >= 0) of[right].push(i * 2 + 1);
    }
    return of;
  };

  const start = (arc) => {
    const { land } = Frontline;
    return arc % 2 ? land.vertices[land.first[(arc >> 1) + 1] - 1] : land.vertices[land.first[arc >> 1]];
  };
  const end = (arc) => start(arc ^ 1);

  // The vertices of an arc, in its direction.
  const eachVertex = (arc, visit) => {
    const { land } = Frontline;
    const [from, to] = [land.first[arc >> 1], land.first[(arc >> 1) + 1]];
    if (arc % 2) for (let i = to - 1; i >= from; i--) visit(land.vertices[i]);
    else for (let i = from; i < to; i++) visit(land.vertices[i]);
  };

  const direction = (arc, atEnd) => {
    const { land } = Frontline;
    const line = [];
    eachVertex(arc, (vertex) => line.push(vertex));
    const [a, b] = atEnd ? line.slice(-2) : line;
    return Math.atan2(land.points.latitude[b] - land.points.latitude[a], land.points.longitude[b] - land.points.longitude[a]);
  };

  // Of several ways on, the one farthest to the left: then rings that touch in a point stay apart.
  const leftmost = (arc, choices) => {
    if (choices.length === 1) return 0;
    const came = direction(arc, true);
    const turn = (choice) => {
      const angle = direction(choice, false) - came;
      return Math.atan2(Math.sin(angle), Math.cos(angle));
    };
    let best = 0;
    for (let i = 1; i < choices.length; i++) if (turn(choices[i]) > turn(choices[best])) best = i;
    return best;
  };

  // Rings as lists of directed arcs, the label on their left.
  const rings = (arcs) => {
    const leaving = new Map();
    for (const arc of arcs) {
      const vertex = start(arc);
      const known = leaving.get(vertex);
      if (known) known.push(arc); else leaving.set(vertex, [arc]);
    }
    const found = [];
    for (const [vertex, choices] of leaving) {
      while (choices.length) {
        const ring = [choices.pop()];
        while (end(ring[ring.length - 1]) !== vertex) {
          const last = ring[ring.length - 1];
          const next = leaving.get(end(last));
          if (!next || !next.length) break;
          ring.push(next.splice(leftmost(last, next), 1)[0]);
        }
        found.push(ring);
      }
    }
    return found;
  };

  const addLine = (path, arcs, closed) => {
    const { x, y } = Frontline.land;
    let last = -1;
    arcs.forEach((arc, number) => {
      eachVertex(arc, (vertex) => {
        if (vertex === last) return;
        if (last < 0 && number === 0) path.moveTo(x[vertex], y[vertex]); else path.lineTo(x[vertex], y[vertex]);
        last = vertex;
      });
    });
    if (closed) path.closePath();
  };

  const path = (list) => {
    const made = new Path2D();
    for (const ring of list) addLine(made, ring, true);
    return made;
  };

  // Joins arcs end to end where exactly two meet.
  const chains = (arcs) => {
    const at = new Map();
    for (const arc of arcs) for (const one of [arc, arc ^ 1]) {
      const vertex = start(one);
      const known = at.get(vertex);
      if (known) known.push(one); else at.set(vertex, [one]);
    }
    const used = new Set();
    const walk = (arc) => {
      const chain = [arc];
      used.add(arc >> 1);
      for (;;) {
        const here = at.get(end(chain[chain.length - 1]));
        if (here.length !== 2) return chain;
        const next = here.find((one) => !used.has(one >> 1));
        if (next === undefined) return chain;
        used.add(next >> 1);
        chain.push(next);
      }
    };
    const found = [];
    for (const [, here] of at) if (here.length !== 2) for (const arc of here) if (!used.has(arc >> 1)) found.push(walk(arc));
    for (const arc of arcs) if (!used.has(arc >> 1)) found.push(walk(arc));
    return found;
  };

  // The arcs between hostile sides, certain ones and likely ones apart.
  const fronts = (moment) => {
    const { land, calls } = Frontline;
    const [certain, likely] = [[], []];
    for (let i = 0; i < land.left.length; i++) {
      if (land.left[i] < 0 || land.right[i] < 0) continue;
      const [a, b] = [moment.speaker[land.left[i]], moment.speaker[land.right[i]]];
      if (a < 0 || b < 0 || a === b) continue;
      const [m, n] = [moment.kind[a], moment.kind[b]];
      const { side } = calls.table;
      if (side[m] < 0 || side[n] < 0 || side[m] === side[n]) continue;
      (calls.table.certain[m] && calls.table.certain[n] ? certain : likely).push(i * 2);
    }
    return { certain, likely };
  };

  Frontline.regions = { directed, rings, path, chains, fronts, addLine, eachVertex };
})();
