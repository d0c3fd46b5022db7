'use strict';
// What is seen, to take away: GeoJSON, KML, CSV, PNG. Areas and lines that reach into the view are whole.
(() => {
  const { make, byId } = Frontline.dom;

  const round = (value) => Math.round(value * 1e5) / 1e5;
  const pointsOf = (arcs) => {
    const { points } = Frontline.land;
    const line = [];
    let last = -1;
    for (const arc of arcs) Frontline.regions.eachVertex(arc, (vertex) => {
      if (vertex !== last) line.push([round(points.longitude[vertex]), round(points.latitude[vertex])]);
      last = vertex;
    });
    return line;
  };

  const signedArea = (ring) => {
    let sum = 0;
    for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    return sum / 2;
  };
  const isInside = (ring, [x, y]) => {
    let inside = false;
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
      if ((ay > y) !== (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)) inside = !inside;
    }
    return inside;
  };

  // Rings to polygons: each hole goes to the smallest ring around it.
  const polygons = (rings) => {
    const outer = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]).sort((a, b) => signedArea(a[0]) - signedArea(b[0]));
    for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
      const middle = [(hole[0][0] + hole[1][0]) / 2, (hole[0][1] + hole[1][1]) / 2];
      const home = outer.find(([ring]) => signedArea(ring) > -signedArea(hole) && isInside(ring, middle));
      if (home) home.push(hole);
    }
    return outer;
  };

  const isSeen = (line, box) => line.some(([x, y]) => x >= box.west && x <= box.east && y >= box.south && y <= box.north)
    || (line.length > 3 && isInside(line, [(box.west + box.east) / 2, (box.south + box.north) / 2]));

  // The features of the moment that reach into the view.
  Frontline.featuresSeen = () => {
    const { state, data, places, calls, regions } = Frontline;
    const scene = Frontline.scene(state.at);
    const box = Frontline.view.box();
    const when = { as_of: data.map.moments[state.at], known_at: data.map.known_at[state.at] };
    const features = [];
    regions.directed(scene.held, data.map.holders.length, scene.borders).forEach((arcs, number) => {
      if (!arcs.length) return;
      const rings = [];
      regions.eachRing(arcs, (ring, count) => rings.push(pointsOf(ring.subarray(0, count))));
      const parts = polygons(rings.filter((ring) => ring.length > 3));
      if (!parts.some(([ring]) => isSeen(ring, box))) return;
      const holder = data.map.holders[number];
      features.push({
        type: 'Feature', id: 'control_area/' + holder.key, geometry: { type: 'MultiPolygon', coordinates: parts },
        properties: { feature_type: 'control_area', holder: holder.key, name: holder.name, area_km2: data.map.areas_km2[state.at][number], ...when, fill: Frontline.colourOfHolder(holder) },
      });
    });
    for (const [kind, type] of [['certain', 'front_line'], ['likely', 'likely_front_line']]) {
      const chains = [];
      regions.eachChain(scene.fronts[kind], (chain, count) => chains.push(chain.slice(0, count)));
      for (const chain of chains) {
        const line = pointsOf(chain);
        if (!isSeen(line, box)) continue;
        const { left, right, half, nineInTen } = Frontline.doubt(scene.moment, chain[0]);
        const side = (place) => data.map.sides[calls.table.side[scene.moment.kind[place]]].name;
        features.push({
          type: 'Feature', geometry: { type: 'LineString', coordinates: line },
          properties: { feature_type: type, name: side(left) + ' | ' + side(right), half_within_km: round(half / 1000), nine_in_ten_within_km: round(nineInTen / 1000), ...when, stroke: '#1a1a1a' },
        });
      }
    }
    for (let place = 0; place < places.count; place++) {
      const spot = [round(places.longitude[place]), round(places.latitude[place])];
      if (!isSeen([spot], box)) continue;
      const holder = Frontline.holderOf(scene.moment, place);
      features.push({
        type: 'Feature', id: 'place/' + places.ids[place], geometry: { type: 'Point', coordinates: spot },
        properties: {
          feature_type: 'place', place_id: places.ids[place], name: places.names[place], local_name: places.local[place], holder: holder.key,
          status: holder.status, probability: scene.moment.hundredths[place] / 100, inferred: calls.table.inferred[scene.moment.kind[place]] === 1, ...when,
        },
      });
    }
    return features;
  };

  Frontline.geoJSON = () => JSON.stringify({ type: 'FeatureCollection', method: Frontline.data.map.method.label, features: Frontline.featuresSeen() });

  const xml = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

  Frontline.kml = () => {
    const { data, state } = Frontline;
    const text = (ring) => ring.map((point) => point.join(',')).join(' ');
    const shape = ({ type, coordinates }) => type === 'Point' ? '<Point><coordinates>' + coordinates.join(',') + '</coordinates></Point>'
      : type === 'LineString' ? '<LineString><coordinates>' + text(coordinates) + '</coordinates></LineString>'
        : '<MultiGeometry>' + coordinates.map(([outer, ...holes]) => '<Polygon><outerBoundaryIs><LinearRing><coordinates>' + text(outer) + '</coordinates></LinearRing></outerBoundaryIs>'
          + holes.map((hole) => '<innerBoundaryIs><LinearRing><coordinates>' + text(hole) + '</coordinates></LinearRing></innerBoundaryIs>').join('') + '</Polygon>').join('') + '</MultiGeometry>';
    // KML has alpha first, then blue, green, red.
    const colour = (hex, alpha) => alpha + hex.slice(5, 7) + hex.slice(3, 5) + hex.slice(1, 3);
    const style = ({ fill }) => fill ? '<Style><LineStyle><width>1</width></LineStyle><PolyStyle><color>' + colour(fill, '66') + '</color></PolyStyle></Style>' : '';
    return '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>' + xml(data.map.title + ', ' + data.map.moments[state.at]) + '</name>\n'
      + Frontline.featuresSeen().map(({ geometry, properties }) => '<Placemark><name>' + xml(properties.name) + '</name><description>' + xml(properties.holder || properties.feature_type)
        + '</description>' + style(properties) + shape(geometry) + '</Placemark>').join('\n') + '\n</Document></kml>\n';
  };

  // No spreadsheet takes a cell for a formula.
  const cell = (value) => {
    let text = String(value ?? '');
    if (/^[=+\-@\t\r\n]/.test(text) && Number.isNaN(Number(text))) text = "'" + text;
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };

  Frontline.csv = () => {
    const columns = ['date', 'place_id', 'name', 'local_name', 'lon', 'lat', 'status', 'holder', 'probability', 'inferred'];
    const rows = Frontline.featuresSeen().filter(({ properties }) => properties.feature_type === 'place').map(({ properties: p, geometry }) =>
      [p.as_of, p.place_id, p.name, p.local_name, ...geometry.coordinates, p.status, p.holder, p.probability, p.inferred].map(cell).join(','));
    return [columns.join(','), ...rows].join('\r\n') + '\r\n';
  };

  const hand = (blob, ending) => {
    const url = URL.createObjectURL(blob);
    make('a', { href: url, download: 'map-' + Frontline.data.map.moments[Frontline.state.at].replaceAll(':', '') + '.' + ending }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };

  const kinds = {
    GeoJSON: () => hand(new Blob([Frontline.geoJSON()], { type: 'application/geo+json' }), 'geojson'),
    KML: () => hand(new Blob([Frontline.kml()], { type: 'application/vnd.google-earth.kml+xml' }), 'kml'),
    CSV: () => hand(new Blob([Frontline.csv()], { type: 'text/csv' }), 'csv'),
    PNG: () => {
      try {
        byId('canvas').toBlob((blob) => hand(blob, 'png'));
      } catch {
        alert('The owner of the tiles does not let their pictures be saved; switch the layer off.');
      }
    },
  };

  Frontline.startSave = () => {
    byId('save-menu').append(...Object.keys(kinds).map((name) => make('button', {
      type: 'button', onclick: () => { kinds[name](); byId('save').open = false; },
    }, name)), make('button', { type: 'button', onclick: () => { byId('save').open = false; window.print(); } }, 'Print'));
  };
})();
