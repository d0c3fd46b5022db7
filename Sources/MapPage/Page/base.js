'use strict';
// What all scripts of the page share: the data as it comes in, the state, and who wants to know of changes.
const Frontline = { data: {} };

(() => {
  const waiting = [];

  // Called by each file of data with its name.
  Frontline.load = (name, content) => {
    Frontline.data[name] = content;
    for (const one of waiting.splice(0)) Frontline.when(one.names, one.run);
  };

  // Runs once all the named files have come.
  Frontline.when = (names, run) => {
    if (names.every((name) => name in Frontline.data)) run();
    else waiting.push({ names, run });
  };

  // Fetches a file of data that the first picture does not need.
  Frontline.fetchLater = (name) => {
    const script = document.createElement('script');
    script.src = 'data/' + name + '.js';
    script.onerror = () => Frontline.tellMissing([name]);
    document.head.append(script);
  };

  // at, with: numbers of moments; mode: '', 'swipe' or 'side'; chosen: what the reasons are about.
  const initial = () => ({
    at: 0, with: 0, mode: '', chosen: null, palette: 'own', measure: false,
    layers: {
      areas: true, patterns: true, front: true, band: true, places: true, labels: true, local: true, reports: true,
      ground: true, grid: false, tiles: true,
    },
  });
  Frontline.state = initial();
  // What the page shows when it is opened without saying what.
  Frontline.defaults = () => ({ ...initial(), at: Frontline.data.map.moments.length - 1 });
  const listeners = [];
  Frontline.onChange = (listener) => listeners.push(listener);
  Frontline.change = (patch) => {
    Object.assign(Frontline.state, patch);
    for (const listener of listeners) listener(patch);
  };
})();
