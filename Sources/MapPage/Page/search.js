'use strict';
// The search over all spellings, in any script; and the zoom to a governorate or district.
(() => {
  const { make, byId } = Frontline.dom;
  const most = 12;
  let index = null;

  // Case, marks, apostrophes and the variants of Arabic letters do not count.
  const fold = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '').toLowerCase()
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627').replace(/\u0629/g, '\u0647').replace(/[\u0649\u06cc]/g, '\u064a')
    .replace(/\u06a9/g, '\u0643').replace(/ı/g, 'i').replace(/['’‘ʿʾ`´]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

  const build = () => {
    const { places, data } = Frontline;
    index = places.ids.map((id, place) => [places.names[place], places.local[place], ...((data.names || { spellings: [] }).spellings[place] || [])]
      .filter(Boolean).map((text) => ({ text, folded: fold(text) })));
  };

  Frontline.find = (text) => {
    const asked = fold(text);
    if (!asked) return [];
    if (!index) build();
    const found = [];
    index.forEach((names, place) => {
      let best = null;
      for (const name of names) {
        const at = name.folded.indexOf(asked);
        if (at < 0) continue;
        const score = name.folded === asked ? 0 : at === 0 ? 1 : name.folded[at - 1] === ' ' ? 2 : 3;
        if (!best || score < best.score) best = { place, score, spelling: name.text };
      }
      if (best) found.push(best);
    });
    const { size, people } = Frontline.places;
    return found.sort((a, b) => a.score - b.score || size[b.place] - size[a.place] || people[b.place] - people[a.place] || a.place - b.place)
      .slice(0, most);
  };

  const units = () => {
    const { places } = Frontline;
    const boxes = new Map();
    for (let place = 0; place < places.count; place++) {
      const name = places.units[places.unit[place]];
      if (!name) continue;
      const box = boxes.get(name) || { west: 180, south: 90, east: -180, north: -90 };
      box.west = Math.min(box.west, places.longitude[place]);
      box.east = Math.max(box.east, places.longitude[place]);
      box.south = Math.min(box.south, places.latitude[place]);
      box.north = Math.max(box.north, places.latitude[place]);
      boxes.set(name, box);
    }
    const select = byId('unit');
    select.append(make('option', { value: '' }, 'The whole'));
    const names = Array.from(boxes.keys()).sort((a, b) => a < b ? -1 : 1);
    for (const name of names) select.append(make('option', { value: name }, name));
    select.hidden = select.labels[0].hidden = names.length < 2;
    select.addEventListener('change', () => Frontline.view.fit(boxes.get(select.value) || Frontline.land.box));
  };

  Frontline.startSearch = () => {
    units();
    const [field, list] = [byId('search'), byId('found')];
    let results = [];
    let active = -1;
    const close = () => {
      list.hidden = true;
      field.setAttribute('aria-expanded', 'false');
      field.removeAttribute('aria-activedescendant');
    };
    const take = (number) => {
      if (!results[number]) return;
      Frontline.showPlace(results[number].place);
      close();
    };
    const show = () => {
      const { places } = Frontline;
      list.replaceChildren(...results.map(({ place, spelling }, number) => make('li', {
        role: 'option', id: 'found-' + number, 'aria-selected': String(number === active), onmousedown: (event) => { event.preventDefault(); take(number); },
      }, make('b', { dir: 'auto' }, places.names[place]), ' ', make('span', { dir: 'auto' }, spelling === places.names[place] ? places.local[place] : spelling),
      make('small', {}, [places.kinds[places.kind[place]], places.units[places.unit[place]]].filter(Boolean).join(', ')))));
      if (!results.length && field.value.trim()) list.append(make('li', { class: 'none' }, 'No place has this in its name'));
      list.hidden = !field.value.trim();
      field.setAttribute('aria-expanded', String(!list.hidden));
      if (active >= 0) field.setAttribute('aria-activedescendant', 'found-' + active); else field.removeAttribute('aria-activedescendant');
    };
    field.addEventListener('input', () => {
      results = Frontline.find(field.value);
      active = results.length ? 0 : -1;
      show();
      Frontline.say(results.length + ' places found');
    });
    field.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && results.length) {
        event.preventDefault();
        active = (active + step + results.length) % results.length;
        show();
      } else if (event.key === 'Enter') take(active);
      else if (event.key === 'Escape') close();
    });
    field.addEventListener('blur', close);
  };
  Frontline.forgetSearch = () => { index = null; };
})();
