'use strict';
// The reports of a place with their part in its call at a moment, and since when it is so.
(() => {
  const { Packed, Timelines, reading } = Frontline;

  Frontline.readReasons = () => {
    const { reasons } = Frontline.data;
    const count = Frontline.places.count;
    const packed = new Packed(reasons.reasons);
    const ofPlace = Array.from({ length: count }, () => {
      const numbers = [];
      const left = packed.next();
      const timelines = new Timelines(left, packed, (from, add) => {
        numbers.push(from.next());
        reading.plain((one) => one.next() - 1)(from, add);
      });
      return { numbers, timelines };
    });
    const dates = new Packed(reasons.dates);
    const pair = (from) => from.next() * 65536 + from.next();
    const since = new Timelines(count, dates, reading.plain(pair));
    Frontline.reasons = { ofPlace, since };
  };

  // By role, the kept first and by weight.
  Frontline.reasonsOf = (place, number) => {
    const { reasons, data } = Frontline;
    const { numbers, timelines } = reasons.ofPlace[place];
    return numbers.map((report, i) => ({ report, part: timelines.at(i, number) })).filter(({ part }) => part >= 0)
      .map(({ report, part }) => {
        const [role, weight, sentence] = data.reasons.parts[part];
        return { report: Frontline.reports[report], role: data.reasons.roles[role], rank: role, weight, reason: data.reasons.sentences[sentence] };
      })
      .sort((a, b) => a.rank - b.rank || b.weight - a.weight || (a.report.id < b.report.id ? -1 : 1));
  };

  Frontline.datesOf = (place, number) => {
    const pair = Frontline.reasons.since.at(place, number, 0);
    const text = (one) => one ? Frontline.data.reasons.texts[one - 1] : null;
    return { since: text(Math.floor(pair / 65536)), lastReport: text(pair % 65536) };
  };
})();
