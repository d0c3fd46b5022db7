'use strict';
// The legend: what colours, patterns and signs mean, which layers are seen, and how the map was made.
(() => {
  const { make, byId } = Frontline.dom;

  const sample = (draw, width = 34, height = 18) => {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const canvas = make('canvas', { class: 'sample', 'aria-hidden': 'true', width: width * ratio, height: height * ratio });
    canvas.style.width = width + 'px';
    canvas.style.height = height + 'px';
    const context = canvas.getContext('2d');
    context.scale(ratio, ratio);
    draw(context, width, height, ratio);
    return canvas;
  };

  const line = (c, colour, width, dash) => {
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.setLineDash(dash);
    c.beginPath();
    c.moveTo(2, 9);
    c.lineTo(32, 9);
    c.stroke();
  };

  const areaSample = (holder, alpha) => sample((c, w, h) => {
    c.fillStyle = Frontline.colourOfHolder(holder);
    c.globalAlpha = alpha;
    c.fillRect(0, 0, w, h);
    c.globalAlpha = 1;
    if (Frontline.state.layers.patterns && holder.status === 'held') {
      c.fillStyle = Frontline.patternOf(c, holder.sides[0], 1);
      c.fillRect(0, 0, w, h);
    }
  });

  const row = (picture, text, value) => make('tr', {}, make('td', {}, picture), make('th', { scope: 'row' }, text), make('td', {}, value || ''));

  const names = {
    areas: 'Areas', patterns: 'Patterns', front: 'Front line', band: 'Uncertainty', places: 'Places',
    labels: 'Labels', local: 'Local labels', reports: 'Latest reports', ground: 'Roads, rivers',
    grid: 'Graticule', tiles: 'Tiles',
  };

  const layers = () => make('fieldset', {}, make('legend', {}, 'Layers'), ...Object.keys(names)
    .filter((name) => name !== 'tiles' || Frontline.data.map.tiles)
    .map((name) => make('label', { class: 'layer' }, make('input', {
      type: 'checkbox', id: 'layer-' + name, checked: Frontline.state.layers[name],
      onchange: (event) => Frontline.change({ layers: { ...Frontline.state.layers, [name]: event.target.checked } }),
    }), ' ' + names[name])),
  make('label', { class: 'layer' }, make('input', {
    type: 'checkbox', id: 'palette-safe', checked: Frontline.state.palette === 'safe',
    onchange: (event) => Frontline.change({ palette: event.target.checked ? 'safe' : 'own' }),
  }), ' Colour-blind palette'));

  // The area of one holder over time, from its least to its most.
  const spark = (number) => {
    const values = Frontline.data.map.areas_km2.map((row) => row[number] || 0);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const picture = sample((c, w, h) => {
      const x = (i) => 2 + i / Math.max(1, values.length - 1) * (w - 4);
      const y = (value) => most > least ? h - 3 - (value - least) / (most - least) * (h - 6) : h / 2;
      c.strokeStyle = Frontline.colourOfHolder(Frontline.data.map.holders[number]);
      c.lineWidth = 1.4;
      c.beginPath();
      values.forEach((value, i) => { if (i) c.lineTo(x(i), y(value)); else c.moveTo(x(i), y(value)); });
      c.stroke();
    }, 70, 22);
    picture.removeAttribute('aria-hidden');
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', 'over time from ' + least.toFixed(1) + ' to ' + most.toFixed(1) + ' km²');
    picture.title = picture.getAttribute('aria-label');
    return picture;
  };

  // A row for each holder; its figure changes with the moment.
  const areas = () => {
    const rows = Frontline.data.map.holders.map((holder, number) => {
      const picture = holder.status === 'held' ? areaSample(holder, 0.45)
        : holder.status === 'contested' ? sample((c, w, h) => { c.fillStyle = Frontline.hatchOf(c, holder.sides, 1); c.fillRect(0, 0, w, h); })
          : sample((c, w, h) => { c.strokeStyle = '#999'; c.strokeRect(0.5, 0.5, w - 1, h - 1); });
      return make('tr', { 'data-holder': holder.key }, make('td', {}, picture), make('th', { scope: 'row' }, holder.name),
        make('td', { class: 'figure' }), make('td', {}, spark(number)));
    });
    return make('table', { class: 'areas' }, make('caption', {}), make('tbody', {}, ...rows));
  };

  const showFigures = () => {
    const { map } = Frontline.data;
    const { at } = Frontline.state;
    const table = byId('legend').querySelector('table.areas');
    table.caption.textContent = 'Area in km² at ' + map.moments[at];
    Array.from(table.tBodies[0].rows).forEach((line, number) => {
      const km2 = map.areas_km2[at][number];
      line.hidden = km2 === null;
      if (km2 === null) return;
      line.cells[2].textContent = km2.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
      line.cells[2].title = km2.toFixed(3);
    });
    const known = map.known_at[at];
    byId('known').textContent = known ? 'as known on ' + known : 'by all that is known';
    byId('digest').textContent = 'State ' + map.digests[at];
  };

  const signs = () => {
    const first = Frontline.data.map.holders.find((holder) => holder.status === 'held');
    const { doubt } = Frontline.data.map;
    return make('table', { class: 'signs' }, make('caption', {}, 'Signs'), make('tbody', {},
      first ? row(areaSample(first, 0.45), 'reported: paint is stronger where reports speak of a place') : '',
      first ? row(areaSample(first, 0.2), 'inferred: paler, by the surroundings alone') : '',
      row(sample((c, w, h) => { c.strokeStyle = '#999'; c.strokeRect(0.5, 0.5, w - 1, h - 1); }), 'bare: nothing that is known says who holds it'),
      row(sample((c) => line(c, '#1a1a1a', 2.8, [])), 'front line between land called held'),
      row(sample((c) => line(c, '#333', 1.8, [5, 5])), 'likely line: a place beside it is unknown'),
      row(sample((c) => {
        for (const [name, width] of [['nineInTen', 16], ['half', 8]]) {
          c.globalAlpha = Frontline.bandColour(name).strength;
          line(c, Frontline.bandColour(name).colour, width, []);
        }
      }),
        'half of the line should run in the darker band, nine tenths in the whole (' + doubt.sure.join(' and ') + ' of the distance between two places, '
        + doubt.unsure.join(' and ') + ' where a call is less sure)'),
      row(sample((c) => Frontline.drawSign(c, 'square', 17, 9)), 'a report of who is there, of the last three days'),
      row(sample((c) => Frontline.drawSign(c, 'cross', 17, 9)), 'fighting'),
      row(sample((c) => Frontline.drawSign(c, 'star', 17, 9)), 'a strike')));
  };

  const made = () => {
    const { map } = Frontline.data;
    return make('details', { open: true }, make('summary', {}, 'How it was made'),
      make('p', {}, 'By ' + map.made_by + ', method ' + map.method.label + ', from ' + map.reports + ' reports'
        + (map.newest_report ? ', the newest recorded ' + map.newest_report : '') + '; ', make('span', { id: 'known' }), '.'),
      make('p', {}, 'It shows what was reported, not what is certain. Each place speaks for the land around it, up to ' + map.reach_km + ' km.'),
      make('p', { class: 'id', id: 'digest' }),
      make('p', { class: 'id' }, 'Inputs ' + map.inputs),
      make('details', {}, make('summary', {}, 'Parameters'), make('p', { class: 'id' }, map.method.parameters.join(', '))));
  };

  const show = () => {
    byId('legend').replaceChildren(areas(), layers(), signs(), made());
    showFigures();
  };

  Frontline.startLegend = () => {
    Frontline.onChange((patch) => {
      // A box that was just ticked keeps the focus.
      if ('palette' in patch || ('layers' in patch && document.activeElement?.type !== 'checkbox')) show();
      else if ('at' in patch) showFigures();
    });
    show();
  };
})();
