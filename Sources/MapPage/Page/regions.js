'use strict';
// From cells with labels to rings around equal ones, and to the lines between hostile sides.
//
// Arcs are walked in either direction: number * 2, plus 1 for backwards. All lists are typed arrays: a step of the slider
// walks some ten thousand arcs.
(() => {
  let leaving = null;
  let degree = null;

  const start = (arc) => Frontline.land.starts[arc];

  // The numbers of the arcs between cells that two places speak for: all others lie within the land of one.
  const borders = ({ speaker }) => {
    const { left, right } = Frontline.land;
    const found = new Int32Array(left.length);
    let count = 0;
    for (let i = 0; i < left.length; i++) {
      const [l, r] = [left[i], right[i]];
      if (l < 0 || r < 0 || speaker[l] !== speaker[r]) found[count++] = i;
    }
    return found.subarray(0, count);
  };

  // Arcs with a label on their left, by label. Cells have labels from 0 to count - 1, or -1 for none; only the arcs among
  // `numbers` can lie between different ones.
  const directed = (labels, count, numbers) => {
    const { left, right } = Frontline.land;
    const starts = new Int32Array(count + 2);
    const found = [];
    for (const i of numbers) {
      const a = left[i] < 0 ? -1 : labels[left[i]];
      const b = right[i] < 0 ? -1 : labels[right[i]];
      if (a === b) continue;
      found.push(i);
      if (a >= 0) starts[a + 2]++;
      if (b >= 0) starts[b + 2]++;
    }
    for (let i = 2; i < starts.length; i++) starts[i] += starts[i - 1];
    const list = new Int32Array(starts[count + 1]);
    for (const i of found) {
      const a = left[i] < 0 ? -1 : labels[left[i]];
      const b = right[i] < 0 ? -1 : labels[right[i]];
      if (a >= 0) list[starts[a + 1]++] = i * 2;
      if (b >= 0) list[starts[b + 1]++] = i * 2 + 1;
    }
    return Array.from({ length: count }, (_, i) => list.subarray(starts[i], starts[i + 1]));
  };

  const eachVertex = (arc, visit) => {
    const { first, vertices } = Frontline.land;
    const [from, to] = [first[arc >> 1], first[(arc >> 1) + 1]];
    if (arc & 1) for (let i = to - 1; i >= from; i--) visit(vertices[i]);
    else for (let i = from; i < to; i++) visit(vertices[i]);
  };

  const direction = (arc, atEnd) => {
    const { points } = Frontline.land;
    const line = [];
    eachVertex(arc, (vertex) => line.push(vertex));
    const [a, b] = atEnd ? line.slice(-2) : line;
    return Math.atan2(points.latitude[b] - points.latitude[a], points.longitude[b] - points.longitude[a]);
  };

  // Of several ways on from the end of an arc, the one farthest to the left: rings that touch in a point stay apart.
  const leftmost = (arc, choices) => {
    const came = direction(arc, true);
    const turn = (choice) => {
      const angle = direction(choice, false) - came;
      return Math.atan2(Math.sin(angle), Math.cos(angle));
    };
    return choices.reduce((best, choice) => turn(choice) > turn(best) ? choice : best);
  };

  // Calls `visit` with each ring around a label: a list of arcs, and how many of it count.
  const eachRing = (arcs, visit) => {
    if (!leaving || leaving.length !== Frontline.land.x.length) leaving = new Int32Array(Frontline.land.x.length).fill(-1);
    // The arcs that leave a vertex, as a chain through `after`.
    const after = new Int32Array(arcs.length);
    for (let i = 0; i < arcs.length; i++) {
      const vertex = start(arcs[i]);
      after[i] = leaving[vertex];
      leaving[vertex] = i;
    }
    const take = (last, vertex) => {
      const only = leaving[vertex];
      if (only < 0) return -1;
      if (last < 0 || after[only] < 0) {
        leaving[vertex] = after[only];
        return arcs[only];
      }
      const choices = [];
      for (let i = only; i >= 0; i = after[i]) choices.push(i);
      const best = leftmost(last, choices.map((i) => arcs[i]));
      leaving[vertex] = -1;
      for (const i of choices.reverse()) {
        if (arcs[i] === best) continue;
        after[i] = leaving[vertex];
        leaving[vertex] = i;
      }
      return best;
    };
    const ring = new Int32Array(arcs.length);
    for (let i = 0; i < arcs.length; i++) {
      const vertex = start(arcs[i]);
      for (let arc = take(-1, vertex); arc >= 0; arc = take(-1, vertex)) {
        let count = 0;
        for (; arc >= 0; arc = take(arc, start(arc ^ 1))) {
          ring[count++] = arc;
          if (start(arc ^ 1) === vertex) break;
        }
        visit(ring, count);
      }
    }
  };

  // Adds arcs that follow each other to a path, at the positions x and y; what falls on the same spot is passed over.
  const addLine = (path, arcs, count, x, y) => {
    const { first, vertices } = Frontline.land;
    let [px, py] = [NaN, NaN];
    for (let n = 0; n < count; n++) {
      const arc = arcs[n];
      const [from, to] = [first[arc >> 1], first[(arc >> 1) + 1]];
      const step = arc & 1 ? -1 : 1;
      for (let i = arc & 1 ? to - 1 : from; i >= from && i < to; i += step) {
        const vertex = vertices[i];
        const [qx, qy] = [x[vertex], y[vertex]];
        if (qx === px && qy === py) continue;
        if (px !== px) path.moveTo(qx, qy); else path.lineTo(qx, qy);
        px = qx;
        py = qy;
      }
    }
  };

  const pathAround = (arcs, { x, y }) => {
    const path = new Path2D();
    eachRing(arcs, (ring, count) => addLine(path, ring, count, x, y));
    return path;
  };

  // Calls `visit` with each run of arcs joined end to end where exactly two meet.
  const eachChain = (arcs, visit) => {
    if (!degree || degree.length !== Frontline.land.x.length) degree = new Int32Array(Frontline.land.x.length);
    if (!leaving || leaving.length !== degree.length) leaving = new Int32Array(degree.length).fill(-1);
    const after = new Int32Array(2 * arcs.length);
    const way = (i) => arcs[i >> 1] ^ (i & 1);
    for (let i = 0; i < after.length; i++) {
      const vertex = start(way(i));
      after[i] = leaving[vertex];
      leaving[vertex] = i;
      degree[vertex]++;
    }
    const isUsed = new Uint8Array(arcs.length);
    const chain = new Int32Array(arcs.length);
    const walk = (from) => {
      let count = 0;
      for (let i = from; i >= 0;) {
        isUsed[i >> 1] = 1;
        chain[count++] = way(i);
        const vertex = start(way(i) ^ 1);
        let next = -1;
        if (degree[vertex] === 2) {
          for (let j = leaving[vertex]; j >= 0; j = after[j]) if (!isUsed[j >> 1]) next = j;
        }
        i = next;
      }
      visit(chain, count);
    };
    for (let i = 0; i < after.length; i++) if (!isUsed[i >> 1] && degree[start(way(i))] !== 2) walk(i);
    for (let i = 0; i < after.length; i += 2) if (!isUsed[i >> 1]) walk(i);
    for (let i = 0; i < after.length; i++) {
      const vertex = start(way(i));
      degree[vertex] = 0;
      leaving[vertex] = -1;
    }
  };

  const pathAlong = (arcs, { x, y }) => {
    const path = new Path2D();
    eachChain(arcs, (chain, count) => addLine(path, chain, count, x, y));
    return path;
  };

  // The arcs between hostile sides, certain ones and likely ones apart.
  const fronts = (moment, numbers) => {
    const { left, right } = Frontline.land;
    const { speaker, kind } = moment;
    const { side, certain } = Frontline.calls.table;
    const found = { certain: [], likely: [] };
    for (const i of numbers) {
      if (left[i] < 0 || right[i] < 0) continue;
      const [a, b] = [speaker[left[i]], speaker[right[i]]];
      if (a < 0 || b < 0) continue;
      const [m, n] = [kind[a], kind[b]];
      if (m === n || side[m] < 0 || side[n] < 0 || side[m] === side[n]) continue;
      (certain[m] && certain[n] ? found.certain : found.likely).push(i * 2);
    }
    return found;
  };

  Frontline.regions = { borders, directed, eachRing, eachChain, eachVertex, addLine, pathAround, pathAlong, fronts };
})();
