'use strict';
// The page's address holds moment, view, place and layers, so that a link shows the same to the next reader.
(() => {
  let written = '';
  let timer = 0;

  const compose = () => {
    const { state, view, data, places } = Frontline;
    const { longitude, latitude } = Frontline.mercator.degrees(view.now.x, view.now.y);
    const parts = new URLSearchParams();
    parts.set('at', data.map.moments[state.at]);
    parts.set('view', [longitude.toFixed(4), latitude.toFixed(4), view.zoom().toFixed(2)].join(','));
    if (state.chosen && state.chosen.place >= 0) parts.set(state.chosen.kind, places.ids[state.chosen.place]);
    if (state.chosen && state.chosen.kind === 'front') {
      parts.set('front', [places.ids[state.chosen.left], places.ids[state.chosen.right]].join('|'));
    }
    if (state.chosen && state.chosen.earlier) parts.set('reasons', 'earlier');
    if (state.mode) {
      parts.set('with', data.map.moments[state.with]);
      parts.set('compare', state.mode);
    }
    parts.set('layers', Object.keys(state.layers).filter((name) => state.layers[name]).join(','));
    if (state.palette !== 'own') parts.set('colours', state.palette);
    return '#' + parts.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  };

  // Browsers refuse to have the address rewritten at every frame.
  Frontline.writeAddress = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = compose();
      if (now === written) return;
      written = now;
      try { history.replaceState(null, '', now); } catch { location.replace(now); }
    }, 200);
  };

  // Takes what it understands; anything else is left as it was.
  Frontline.readAddress = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    const { data, places, state } = Frontline;
    const moment = (name) => data.map.moments.indexOf(parts.get(name));
    const patch = {};
    if (moment('at') >= 0) patch.at = moment('at');
    if (moment('with') >= 0) {
      patch.with = moment('with');
      patch.mode = parts.get('compare') === 'side' ? 'side' : 'swipe';
    }
    if (parts.has('layers')) {
      const named = parts.get('layers').split(',');
      patch.layers = Object.fromEntries(Object.keys(state.layers).map((name) => [name, named.includes(name)]));
    }
    if (parts.get('colours') === 'safe') patch.palette = 'safe';
    const isEarlier = parts.get('reasons') === 'earlier' && 'with' in patch;
    for (const kind of ['place', 'area']) {
      const place = places.number.get(parts.get(kind));
      if (place !== undefined) patch.chosen = { kind, place };
    }
    const pair = (parts.get('front') || '').split('|').map((id) => places.number.get(id));
    if (pair.length === 2 && pair.every((one) => one !== undefined)) {
      const number = isEarlier ? patch.with ?? state.with : patch.at ?? state.at;
      patch.chosen = Frontline.pieceBetween(Frontline.scene(number), pair[0], pair[1]);
    }
    if (patch.chosen) patch.chosen.earlier = isEarlier;
    const view = (parts.get('view') || '').split(',').map(Number);
    written = location.hash;
    return { patch, view: view.length === 3 && view.every(Number.isFinite) ? view : null };
  };

  Frontline.followAddress = () => window.addEventListener('hashchange', () => {
    if (location.hash === written) return;
    const { patch, view } = Frontline.readAddress();
    // What a link does not say is as it is for one who opens the page by it.
    Frontline.change({ ...Frontline.defaults(), ...patch });
    if (view) Frontline.view.centre(...view);
  });
})();
