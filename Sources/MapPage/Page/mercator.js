'use strict';
// Web Mercator, in units local to this map so that small numbers are exact enough for the canvas.
(() => {
  const radius = 6378137;
  // So many local units go around the Earth.
  const around = 1 << 20;
  let origin = { x: 0.5, y: 0.5 };

  const world = (longitude, latitude) => {
    const bent = Math.max(-85, Math.min(85, latitude)) * Math.PI / 180;
    return { x: longitude / 360 + 0.5, y: 0.5 - Math.log(Math.tan(Math.PI / 4 + bent / 2)) / (2 * Math.PI) };
  };

  Frontline.mercator = {
    around,
    setOrigin(longitude, latitude) { origin = world(longitude, latitude); },
    origin: () => origin,
    local(longitude, latitude) {
      const point = world(longitude, latitude);
      return { x: (point.x - origin.x) * around, y: (point.y - origin.y) * around };
    },
    degrees(x, y) {
      const bent = (0.5 - (y / around + origin.y)) * 2 * Math.PI;
      return {
        longitude: (x / around + origin.x - 0.5) * 360,
        latitude: (2 * Math.atan(Math.exp(bent)) - Math.PI / 2) * 180 / Math.PI,
      };
    },
    // How many local units a metre is at a latitude.
    unitsPerMetre(latitude) { return around / (2 * Math.PI * radius * Math.cos(latitude * Math.PI / 180)); },
    // On the sphere of the Earth's mean radius: off by half a percent at most.
    metres(a, b) {
      const [p, q] = [a.latitude * Math.PI / 180, b.latitude * Math.PI / 180];
      const half = Math.sin((q - p) / 2) ** 2
        + Math.cos(p) * Math.cos(q) * Math.sin((b.longitude - a.longitude) * Math.PI / 360) ** 2;
      return 2 * 6371008.8 * Math.asin(Math.min(1, Math.sqrt(half)));
    },
  };
})();
