'use strict';
// How far from a drawn line the true one is likely to run, by the two places that face each other across it.
(() => {
  const distances = new Map();

  const distance = (a, b) => {
    const key = a < b ? a * 1048576 + b : b * 1048576 + a;
    let metres = distances.get(key);
    if (metres === undefined) {
      const { longitude, latitude } = Frontline.places;
      metres = Frontline.mercator.metres(
        { longitude: longitude[a], latitude: latitude[a] }, { longitude: longitude[b], latitude: latitude[b] });
      distances.set(key, metres);
    }
    return metres;
  };

  // In metres: half of such lines lie within the first, nine in ten within the second.
  Frontline.doubt = (moment, arc) => {
    const { doubt } = Frontline.data.map;
    const { left, right } = Frontline.land;
    const [a, b] = [moment.speaker[left[arc >> 1]], moment.speaker[right[arc >> 1]]];
    const isSure = Math.min(moment.hundredths[a], moment.hundredths[b]) >= doubt.sure_from * 100;
    const apart = distance(a, b);
    const [half, nine] = isSure ? doubt.sure : doubt.unsure;
    return { left: a, right: b, apart, half: half * apart, nineInTen: nine * apart };
  };
})();
