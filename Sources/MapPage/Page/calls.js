'use strict';
// What is said of each place and of each cell at a moment.
(() => {
  const { Packed, Timelines, reading } = Frontline;

  Frontline.readCalls = () => {
    const { calls, map } = Frontline.data;
    const { land, places } = Frontline;
    const kinds = new Timelines(places.count, new Packed(calls.kinds), reading.plain((packed) => packed.next()));
    const sure = new Timelines(places.count, new Packed(calls.sure), reading.hundredths);
    let owner = 0;
    const owners = new Timelines(
      land.cells - land.placeCells, new Packed(calls.owners), reading.plain((packed) => owner += packed.nextSigned()));
    // The place that decides a cell of its own; where several share one it may change.
    const alone = new Int32Array(land.placeCells).fill(-1);
    for (let i = places.count - 1; i >= 0; i--) alone[places.cell[i]] = i;
    const shared = [];
    const packed = new Packed(calls.deciding);
    for (let count = packed.next(); count > 0; count--) {
      shared.push({
        cell: packed.next(), timeline: new Timelines(1, packed, reading.plain((one) => one.next() - 1)),
      });
    }
    // For each kind: its holder; whether it is inferred; the side for the lines (-1 for none) and whether that is sure.
    const heldBy = map.kinds.map(([holder]) => map.holders[holder]);
    const table = {
      holder: Int16Array.from(map.kinds, ([holder]) => holder),
      inferred: Uint8Array.from(map.kinds, (kind) => kind[1]),
      side: Int16Array.from(map.kinds, (kind, i) => heldBy[i].status === 'held' ? heldBy[i].sides[0] : kind[2]),
      certain: Uint8Array.from(map.kinds, (kind, i) => heldBy[i].status === 'held' ? 1 : 0),
    };
    Frontline.calls = { kinds, sure, owners, alone, shared, table };
    Frontline.changes = changes(kinds, table, map.moments.length);
  };

  // Whether anything is called otherwise than in the moment before.
  const changes = (kinds, table, count) => {
    const found = new Uint8Array(count);
    for (let place = 0; place + 1 < kinds.first.length; place++) {
      for (let i = kinds.first[place] + 1; i < kinds.first[place + 1]; i++) {
        if (table.holder[kinds.values[i]] !== table.holder[kinds.values[i - 1]]) found[kinds.starts[i]]++;
      }
    }
    return found;
  };

  const kept = new Map();

  // The kind and the hundredths of each place; for each cell the place that speaks for it (-1 for none).
  Frontline.moment = (number) => {
    if (kept.has(number)) return kept.get(number);
    const { kinds, sure, owners, alone, shared } = Frontline.calls;
    const { land, places } = Frontline;
    const kind = new Uint16Array(places.count);
    const hundredths = new Uint8Array(places.count);
    for (let i = 0; i < places.count; i++) {
      kind[i] = kinds.at(i, number, 0);
      hundredths[i] = sure.at(i, number, 0);
    }
    const speaker = new Int32Array(land.cells);
    speaker.set(alone);
    for (const { cell, timeline } of shared) speaker[cell] = timeline.at(0, number);
    for (let i = land.placeCells; i < land.cells; i++) {
      const owner = owners.at(i - land.placeCells, number);
      speaker[i] = owner < 0 ? -1 : speaker[owner];
    }
    const made = { number, kind, hundredths, speaker };
    if (kept.size > 5) kept.delete(kept.keys().next().value);
    kept.set(number, made);
    return made;
  };

  Frontline.holderOf = (moment, place) =>
    Frontline.data.map.holders[Frontline.calls.table.holder[moment.kind[place]]];
})();
