'use strict';
// The panel of reasons for a place, an area or a piece of the front.
(() => {
  const { make, link, byId } = Frontline.dom;
  const roles = { carried: 'Kept', overruled: 'Overruled', discounted: 'Not counted', context: 'Context' };
  const shown = 40;

  // Nothing is quite sure.
  const percent = (hundredths) => hundredths >= 100 ? 'over 99 %' : hundredths + ' %';
  const km = (metres) => (metres / 1000).toFixed(1) + ' km';
  const swatch = (colour) => {
    const box = make('span', { class: 'swatch', 'aria-hidden': 'true' });
    box.style.background = colour;
    return box;
  };

  const callText = (moment, place, actor) => {
    const holder = Frontline.holderOf(moment, place);
    const kind = Frontline.data.map.kinds[moment.kind[place]];
    if (holder.status === 'unknown') {
      return kind[2] >= 0 ? 'unknown; ' + Frontline.data.map.sides[kind[2]].name + ' is likeliest, not likely enough' : 'unknown';
    }
    const named = actor && kind[3] && kind[3] !== holder.name ? ' (' + kind[3] + ')' : '';
    return (holder.status === 'contested' ? holder.name : 'held by ' + holder.name + named)
      + ', ' + percent(moment.hundredths[place]) + ' sure' + (kind[1] ? ', inferred' : ', by its reports');
  };

  const placeButton = (place) => make('button', {
    type: 'button', class: 'plain', onclick: () => Frontline.showPlace(place),
  }, Frontline.places.names[place]);

  const says = (report) => {
    const [first, other] = report.actors;
    const all = report.actors.join(' and ');
    const said = {
      holds: 'held by ' + first + (other ? '; before, by ' + other : ''), contested: 'contested by ' + all, present: 'inside it: ' + first,
      withdrew: 'gone from it: ' + first, clash: 'fighting near it, ' + all, strike: 'a strike' + (first ? ' by ' + first : ''),
      denies: 'denies that ' + first + ' is there',
    };
    return (said[report.claim] || report.claim) + (report.extent && report.extent !== 'whole' ? ' (' + report.extent + ' of it)' : '');
  };

  const reportItem = ({ report, role, weight, reason }) => {
    const [name, kind, grade, leaning] = Frontline.data.reports.sources[report.source];
    const about = [kind, leaning && 'favours ' + leaning].filter(Boolean).join(', ');
    const known = about ? ' (' + about + ')' : '';
    return make('li', { class: 'report ' + role },
      make('p', { class: 'says' }, make('b', { dir: 'auto' }, says(report)), ' · ', report.valid_from,
        report.valid_to && report.valid_to !== report.valid_from ? ' to ' + report.valid_to : ''),
      make('p', {}, report.url ? link(report.url, name) : name, report.via ? ' via ' + report.via : '',
        known + ', grade ' + grade + report.credibility + ', published ' + report.published_at),
      make('p', { class: 'because' }, (weight > 0 ? 'counts ' + (weight / 100).toFixed(2) + ': ' : '') + reason),
      report.text ? make('p', { class: 'text', dir: 'auto' }, report.text) : null,
      make('p', { class: 'id' }, report.id + ', as written: ', make('span', { dir: 'auto' }, report.as_written)));
  };

  const reportLists = (weighed) => {
    const parts = [];
    for (const role of Object.keys(roles)) {
      const these = weighed.filter((one) => one.role === role);
      if (!these.length) continue;
      const title = roles[role] + ' (' + these.length + ')';
      const list = [make('ul', { class: 'reports' }, ...these.slice(0, shown).map(reportItem)),
        these.length > shown ? make('p', {}, '… and ' + (these.length - shown) + ' more; frontline why has all') : null];
      // What does not count is folded away.
      if (role === 'carried' || role === 'overruled') parts.push(make('h4', {}, title), ...list);
      else parts.push(make('details', { class: 'aside' }, make('summary', {}, title), ...list));
    }
    return parts;
  };

  // Who held the place over time, as words for each span.
  const history = (place) => {
    const { kinds, table } = Frontline.calls;
    const { map } = Frontline.data;
    const rows = [];
    for (let i = kinds.first[place]; i < kinds.first[place + 1]; i++) {
      const holder = map.holders[table.holder[kinds.values[i]]];
      if (!rows.length || rows[rows.length - 1].holder !== holder) rows.push({ from: kinds.starts[i], holder });
    }
    return make('ol', { class: 'history' }, ...rows.map(({ from, holder }) => make('li', {},
      swatch(Frontline.colourOfHolder(holder)),
      make('button', { type: 'button', class: 'plain', onclick: () => Frontline.change({ at: from }) }, map.moments[from]),
      ' ' + holder.name)));
  };

  // For a place that nobody reported: the nearest that somebody did, which is what its surroundings are.
  const surroundings = (moment, place) => {
    const { places, calls, mercator } = Frontline;
    const here = { longitude: places.longitude[place], latitude: places.latitude[place] };
    const near = [];
    for (let other = 0; other < places.count; other++) {
      const holder = Frontline.holderOf(moment, other);
      if (other === place || !holder.sides.length || calls.table.inferred[moment.kind[other]]) continue;
      near.push({ other, holder, metres: mercator.metres(here, { longitude: places.longitude[other], latitude: places.latitude[other] }) });
    }
    near.sort((a, b) => a.metres - b.metres);
    return make('ul', { class: 'near' }, ...near.slice(0, 6).map(({ other, holder, metres }) =>
      make('li', {}, swatch(Frontline.colourOfHolder(holder)), placeButton(other), ' ' + holder.name + ', ' + km(metres))));
  };

  const aboutPlace = (place, moment) => {
    const { places, data } = Frontline;
    const when = data.map.moments[moment.number];
    const known = data.map.known_at[moment.number];
    const dates = Frontline.reasons ? Frontline.datesOf(place, moment.number) : {};
    const isInferred = Frontline.calls.table.inferred[moment.kind[place]];
    const weighed = Frontline.reasons ? Frontline.reasonsOf(place, moment.number) : null;
    return [
      make('h2', {}, places.names[place], places.local[place] ? ' · ' : '', make('span', { dir: 'rtl', lang: 'ar' }, places.local[place])),
      make('p', { class: 'kind' }, [places.kinds[places.kind[place]], places.units[places.unit[place]], places.ids[place]].filter(Boolean).join(' · ')),
      make('p', { class: 'call' }, swatch(Frontline.colourOfHolder(Frontline.holderOf(moment, place))),
        when + (known ? ', as known on ' + known : '') + ': ' + callText(moment, place, true)),
      dates.since || dates.lastReport ? make('p', {}, [dates.since && 'since ' + dates.since, dates.lastReport && 'last report of ' + dates.lastReport].filter(Boolean).join(', ')) : null,
      ...(weighed === null ? [make('p', {}, 'the reports are on their way')]
        : weighed.length ? reportLists(weighed) : [make('p', {}, 'No report speaks of it.')]),
      ...(isInferred ? [make('h4', {}, 'The nearest places that reports speak of'), surroundings(moment, place)] : []),
      make('h4', {}, 'Over time'), history(place),
    ];
  };

  const aboutArea = (chosen, moment) => {
    const { data, places, calls } = Frontline;
    if (chosen.place < 0) {
      return [make('h2', {}, 'No holder'), make('p', {}, chosen.bare === 'outside' ? 'This lies outside the area of interest.'
        : 'No place is within ' + data.map.reach_km + ' km: nothing speaks for this land, so it stays bare.')];
    }
    const holder = Frontline.holderOf(moment, chosen.place);
    const number = data.map.holders.indexOf(holder);
    const members = [];
    for (let place = 0; place < places.count; place++) if (calls.table.holder[moment.kind[place]] === number) members.push(place);
    const told = members.filter((place) => !calls.table.inferred[moment.kind[place]]);
    const area = data.map.areas_km2[moment.number][number];
    const byReports = Frontline.reasons ? told.map((place) => ({ place, reports: Frontline.reasonsOf(place, moment.number).filter((one) => one.role === 'carried') }))
      .filter(({ reports }) => reports.length).sort((a, b) => b.reports[0].weight - a.reports[0].weight || a.place - b.place) : [];
    return [
      make('h2', {}, swatch(Frontline.colourOfHolder(holder)), holder.name),
      make('p', {}, data.map.moments[moment.number] + ': ' + (area === null ? '' : area.toFixed(1) + ' km², ') + members.length + ' places'
        + (holder.sides.length ? ', ' + told.length + ' by reports, ' + (members.length - told.length) + ' by their surroundings' : '')),
      make('p', {}, 'For this spot speaks ', placeButton(chosen.place), ': ' + callText(moment, chosen.place, true)),
      ...(byReports.length ? [make('h4', {}, 'The reports that tell most'),
        make('ul', { class: 'reports' }, ...byReports.slice(0, 8).map(({ place, reports }) =>
          make('li', {}, placeButton(place), make('ul', {}, reportItem(reports[0])))))] : []),
    ];
  };

  const aboutFront = (chosen, moment) => {
    const sideOf = (place) => {
      const side = Frontline.calls.table.side[moment.kind[place]];
      return side < 0 ? 'nobody' : Frontline.data.map.sides[side].name;
    };
    const part = (place) => [make('h3', {}, placeButton(place)), make('p', {}, callText(moment, place, true)),
      ...(Frontline.reasons ? reportLists(Frontline.reasonsOf(place, moment.number).filter((one) => one.role === 'carried' || one.role === 'overruled')) : [])];
    return [
      make('h2', {}, 'The front between ' + sideOf(chosen.left) + ' and ' + sideOf(chosen.right)),
      make('p', {}, Frontline.data.map.moments[moment.number] + ': ' + (chosen.certain ? 'both sides are called held'
        : 'a place beside it is unknown: the line follows whom most speaks for')),
      make('p', {}, 'Here it runs between two places ' + km(chosen.apart) + ' apart. Half of such lines lie within ' + km(chosen.half)
        + ' of the true one, nine in ten within ' + km(chosen.nineInTen) + '.'),
      ...part(chosen.left), ...part(chosen.right),
    ];
  };

  // Of two maps that are compared the one that was picked on.
  const momentOf = (chosen) => chosen.earlier && Frontline.state.mode ? Frontline.state.with : Frontline.state.at;

  const show = () => {
    const panel = byId('why');
    const { chosen } = Frontline.state;
    panel.hidden = !chosen;
    if (!chosen) return panel.replaceChildren();
    const moment = Frontline.moment(momentOf(chosen));
    const parts = chosen.kind === 'place' ? aboutPlace(chosen.place, moment)
      : chosen.kind === 'front' ? aboutFront(chosen, moment) : aboutArea(chosen, moment);
    panel.replaceChildren(make('button', {
      type: 'button', class: 'close', 'aria-label': 'Close the reasons', onclick: () => Frontline.change({ chosen: null }),
    }, '×'), ...parts.filter(Boolean));
  };

  Frontline.showPlace = (place) => {
    const { chosen } = Frontline.state;
    Frontline.change({ chosen: { kind: 'place', place, earlier: Boolean(chosen && chosen.earlier) } });
    Frontline.view.centre(Frontline.places.longitude[place], Frontline.places.latitude[place], Math.max(Frontline.view.zoom(), 11));
  };

  Frontline.startWhy = () => {
    Frontline.onChange((patch) => {
      const { chosen } = Frontline.state;
      // The line moves on: a piece that is gone is closed.
      const isMoved = 'at' in patch || 'with' in patch || 'mode' in patch;
      if (isMoved && !('chosen' in patch) && chosen && chosen.kind === 'front') {
        const piece = Frontline.pieceBetween(Frontline.scene(momentOf(chosen)), chosen.left, chosen.right);
        Frontline.state.chosen = piece && { ...piece, earlier: chosen.earlier };
      }
      if ('chosen' in patch || isMoved || 'palette' in patch) show();
      if ('chosen' in patch && patch.chosen) byId('side').scrollTop = 0;
    });
    show();
  };
  Frontline.showWhy = show;
  Frontline.parts = { swatch, placeButton, km };
})();
