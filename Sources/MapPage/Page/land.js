'use strict';
// The cells of the land as arcs between them, and the places in them.
(() => {
  const readPoints = (text, count, units) => {
    const packed = new Frontline.Packed(text);
    const [longitude, latitude] = [new Float64Array(count), new Float64Array(count)];
    let [x, y] = [0, 0];
    for (let i = 0; i < count; i++) {
      x += packed.nextSigned();
      y += packed.nextSigned();
      longitude[i] = x / units;
      latitude[i] = y / units;
    }
    return { longitude, latitude };
  };

  const project = ({ longitude, latitude }) => {
    const [x, y] = [new Float32Array(longitude.length), new Float32Array(longitude.length)];
    for (let i = 0; i < x.length; i++) {
      const point = Frontline.mercator.local(longitude[i], latitude[i]);
      x[i] = point.x;
      y[i] = point.y;
    }
    return { x, y };
  };

  Frontline.readLand = () => {
    const { land, places, map } = Frontline.data;
    const points = readPoints(land.positions, land.points, land.units_per_degree);
    const spots = readPoints(places.positions, places.ids.length, land.units_per_degree);
    const all = land.points ? points : spots;
    const box = { west: 180, south: 90, east: -180, north: -90 };
    for (let i = 0; i < all.longitude.length; i++) {
      box.west = Math.min(box.west, all.longitude[i]);
      box.east = Math.max(box.east, all.longitude[i]);
      box.south = Math.min(box.south, all.latitude[i]);
      box.north = Math.max(box.north, all.latitude[i]);
    }
    Frontline.mercator.setOrigin((box.west + box.east) / 2, (box.south + box.north) / 2);
    const lines = new Frontline.Packed(land.lines);
    const [left, right] = [new Int32Array(land.arcs), new Int32Array(land.arcs)];
    const first = new Uint32Array(land.arcs + 1);
    // Each takes a byte or more.
    const vertices = new Uint32Array(lines.bytes.length);
    let length = 0;
    let [l, r, v] = [0, 0, 0];
    for (let i = 0; i < land.arcs; i++) {
      left[i] = l += lines.nextSigned();
      right[i] = r += lines.nextSigned();
      first[i] = length;
      for (let count = lines.next() + 2; count > 0; count--) vertices[length++] = v += lines.nextSigned();
    }
    first[land.arcs] = length;
    // The first vertex of each arc forwards, then backwards.
    const starts = new Uint32Array(2 * land.arcs);
    for (let i = 0; i < land.arcs; i++) {
      starts[2 * i] = vertices[first[i]];
      starts[2 * i + 1] = vertices[first[i + 1] - 1];
    }
    const packedAreas = new Frontline.Packed(land.areas_m2);
    const areas = new Float64Array(land.cells);
    for (let i = 0; i < areas.length; i++) areas[i] = packedAreas.next();
    const corner = Frontline.mercator.local(box.east, box.south);
    Frontline.land = {
      box, points, ...project(points), left, right, first, starts, vertices: vertices.slice(0, length), width: 2 * corner.x, height: 2 * corner.y,
      cells: land.cells, placeCells: land.place_cells,
      areas,
      unitsPerMetre: Frontline.mercator.unitsPerMetre((box.south + box.north) / 2),
      reachKm: map.reach_km,
    };
    const packed = Object.fromEntries(
      ['cells', 'kind', 'unit', 'people'].map((name) => [name, new Frontline.Packed(places[name])]));
    const count = places.ids.length;
    let cell = 0;
    Frontline.places = {
      count, ids: places.ids, names: places.names, local: places.local, units: places.units, kinds: places.kinds,
      ...spots, ...project(spots),
      cell: Int32Array.from({ length: count }, () => cell += packed.cells.nextSigned()),
      kind: Uint8Array.from({ length: count }, () => packed.kind.next()),
      unit: Uint16Array.from({ length: count }, () => packed.unit.next()),
      people: Float64Array.from({ length: count }, () => packed.people.next()),
      number: new Map(places.ids.map((id, i) => [id, i])),
    };
    rank();
  };

  // How large each place is drawn (3 city, 2 town, 1 village, 0 all smaller), and whose label comes first.
  const rank = () => {
    const places = Frontline.places;
    const sizes = { city: 3, town: 2, village: 1, crossing: 1, base: 1, airport: 1, camp: 1, quarter: 1, dam: 1 };
    places.size = Uint8Array.from(places.kind, (kind) => sizes[places.kinds[kind]] || 0);
    places.order = Array.from(places.ids.keys()).sort((a, b) =>
      places.size[b] - places.size[a] || places.people[b] - places.people[a] || a - b);
  };
})();
