'use strict';
// Two moments beside each other or swiped over each other: what was gained and lost by whom, and what changed hands.
(() => {
  const { make, byId } = Frontline.dom;

  // Square metres that went from one holder to another, from the cells that are called otherwise.
  Frontline.transfers = (then, now) => {
    const [a, b] = [Frontline.moment(then), Frontline.moment(now)];
    const { land, calls } = Frontline;
    const sums = new Map();
    const unknown = Frontline.data.map.holders.findIndex((holder) => holder.status === 'unknown');
    for (let cell = 0; cell < land.cells; cell++) {
      const [from, to] = [a, b].map((moment) => moment.speaker[cell] < 0 ? unknown : calls.table.holder[moment.kind[moment.speaker[cell]]]);
      if (from === to) continue;
      const key = from * 65536 + to;
      sums.set(key, (sums.get(key) || 0) + land.areas[cell]);
    }
    return Array.from(sums, ([key, m2]) => ({ from: Math.floor(key / 65536), to: key % 65536, m2 })).sort((p, q) => q.m2 - p.m2);
  };

  const placesChanged = (then, now) => {
    const [a, b] = [Frontline.moment(then), Frontline.moment(now)];
    const { table } = Frontline.calls;
    const changed = [];
    for (let place = 0; place < Frontline.places.count; place++) {
      const [from, to] = [table.holder[a.kind[place]], table.holder[b.kind[place]]];
      if (from !== to) changed.push({ place, from, to });
    }
    const { holders } = Frontline.data.map;
    const isHanded = ({ from, to }) => holders[from].status === 'held' && holders[to].status === 'held';
    return {
      handed: changed.filter(isHanded), otherwise: changed.filter((one) => !isHanded(one)),
    };
  };

  const km2 = (value) => value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const exactly = (value) => value.toFixed(3);

  const table = (head, rows, caption, kind) => make('table', { class: kind }, make('caption', {}, caption),
    make('thead', {}, make('tr', {}, ...head.map((text) => make('th', { scope: 'col' }, text)))),
    make('tbody', {}, ...rows));

  const placeList = (changed) => {
    const { holders } = Frontline.data.map;
    return make('ul', { class: 'changed' }, ...changed.slice(0, 60).map(({ place, from, to }) => make('li', {},
      Frontline.parts.placeButton(place), ': ' + holders[from].name + ' → ', Frontline.parts.swatch(Frontline.colourOfHolder(holders[to])), holders[to].name)),
    changed.length > 60 ? make('li', {}, '… and ' + (changed.length - 60) + ' more') : null);
  };

  const show = () => {
    const { state, data } = Frontline;
    const panel = byId('compare');
    const isOn = state.mode !== '';
    panel.hidden = !isOn;
    byId('tool-compare').setAttribute('aria-pressed', String(isOn));
    byId('swipe').hidden = state.mode !== 'swipe';
    byId('canvas-then').hidden = !isOn;
    byId('then-label').hidden = byId('now-label').hidden = !isOn;
    byId('map').dataset.mode = state.mode;
    swipe();
    if (!isOn) return panel.replaceChildren();
    const { map } = data;
    const [then, now] = [state.with, state.at];
    byId('then-label').textContent = map.moments[then];
    byId('now-label').textContent = map.moments[now];
    const rows = map.holders.map((holder, i) => ({ holder, before: map.areas_km2[then][i] || 0, after: map.areas_km2[now][i] || 0 }))
      .filter(({ before, after }) => before || after)
      .map(({ holder, before, after }) => make('tr', { 'data-holder': holder.key },
        make('th', { scope: 'row' }, Frontline.parts.swatch(Frontline.colourOfHolder(holder)), holder.name),
        make('td', { title: exactly(before) }, km2(before)), make('td', { title: exactly(after) }, km2(after)),
        make('td', {}, (after > before ? '+' : after < before ? '−' : '') + km2(Math.abs(after - before)))));
    const moved = Frontline.transfers(then, now).map(({ from, to, m2 }) => make('tr', { 'data-from': map.holders[from].key, 'data-to': map.holders[to].key },
      make('td', {}, map.holders[from].name), make('td', {}, map.holders[to].name), make('td', { title: exactly(m2 / 1e6) }, km2(m2 / 1e6))));
    const { handed, otherwise } = placesChanged(then, now);
    const pick = make('select', {
      id: 'with', onchange: (event) => Frontline.change({ with: Number(event.target.value) }),
    }, ...map.moments.map((text, i) => make('option', { value: i, selected: i === then }, text + (Frontline.changes[i] ? ' •' : ''))));
    panel.replaceChildren(
      make('button', { type: 'button', class: 'close', 'aria-label': 'End the comparison', onclick: () => Frontline.change({ mode: '' }) }, '×'),
      make('h2', {}, 'What changed'),
      make('p', {}, make('label', { for: 'with' }, 'From '), pick, ' to ' + map.moments[now]),
      make('p', { role: 'group', 'aria-label': 'How to compare' }, ...[['swipe', 'Swipe'], ['side', 'Side by side']].map(([mode, text]) =>
        make('button', { type: 'button', 'aria-pressed': String(state.mode === mode), onclick: () => Frontline.change({ mode }) }, text))),
      table(['Holder', map.moments[then], map.moments[now], 'change'], rows, 'Area in km²'),
      moved.length ? table(['from', 'to', 'km²'], moved, 'Land that went from one to another', 'moved') : make('p', {}, 'No land is called otherwise.'),
      make('h4', {}, handed.length + ' places changed hands'), placeList(handed),
      otherwise.length ? make('details', {}, make('summary', {}, otherwise.length + ' places otherwise called otherwise'), placeList(otherwise)) : '');
  };

  const swipe = () => {
    const then = byId('canvas-then');
    then.style.clipPath = Frontline.state.mode === 'swipe' ? 'inset(0 ' + (100 - byId('swipe').value) + '% 0 0)' : '';
    byId('swipe').style.setProperty('--part', byId('swipe').value + '%');
    byId('map').style.setProperty('--part', byId('swipe').value + '%');
  };

  Frontline.startCompare = () => {
    byId('tool-compare').addEventListener('click', () => {
      const { state } = Frontline;
      if (state.mode) return Frontline.change({ mode: '' });
      const before = state.with !== state.at ? state.with : Frontline.changeAfter(state.at, -1) - 1;
      Frontline.change({ mode: 'swipe', with: Math.max(0, before), chosen: null });
    });
    byId('swipe').addEventListener('input', swipe);
    Frontline.onChange((patch) => {
      if ('mode' in patch || 'palette' in patch || (Frontline.state.mode && ('at' in patch || 'with' in patch))) show();
    });
    show();
  };
})();
