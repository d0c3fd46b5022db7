'use strict';
// Reads whole numbers as the program packs them: base64 of seven bits a byte, the lowest first.
(() => {
  class Packed {
    constructor(text) {
      const letters = atob(text);
      const bytes = new Uint8Array(letters.length);
      for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
      this.bytes = bytes;
      this.at = 0;
    }

    next() {
      const bytes = this.bytes;
      let value = bytes[this.at++];
      if (value < 0x80) return value;
      value &= 0x7f;
      let scale = 0x80;
      for (;;) {
        const byte = bytes[this.at++];
        if (byte === undefined) throw new RangeError('a file of data is cut short');
        value += (byte & 0x7f) * scale;
        if (byte < 0x80) return value;
        scale *= 0x80;
      }
    }

    nextSigned() { return Packed.unfold(this.next()); }

    static unfold(folded) { return folded % 2 ? -(folded + 1) / 2 : folded / 2; }
  }

  // One list of changes for each of `count` things: all starts and values in two arrays.
  class Timelines {
    constructor(count, packed, read) {
      this.first = new Uint32Array(count + 1);
      // Each change takes a byte or more. For a few things that would be far too much room.
      const room = packed.bytes.length - packed.at;
      const isMany = count * 8 > room;
      const starts = isMany ? new Uint16Array(room) : [];
      const values = isMany ? new Int32Array(room) : [];
      let length = 0;
      const add = (start, value) => {
        starts[length] = start;
        values[length++] = value;
      };
      for (let i = 0; i < count; i++) {
        this.first[i] = length;
        read(packed, add);
      }
      this.first[count] = length;
      this.starts = Uint16Array.from(starts.slice(0, length));
      this.values = Int32Array.from(values.slice(0, length));
    }

    // Where in the arrays the value that holds at a moment stands; -1 for none.
    index(thing, moment) {
      let low = this.first[thing];
      let high = this.first[thing + 1];
      if (high - low === 1) return this.starts[low] <= moment ? low : -1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.starts[middle] <= moment) low = middle + 1; else high = middle;
      }
      return low > this.first[thing] ? low - 1 : -1;
    }

    at(thing, moment, none = -1) {
      const index = this.index(thing, moment);
      return index < 0 ? none : this.values[index];
    }
  }

  const plain = (value) => (packed, add) => {
    let start = 0;
    for (let left = packed.next(); left > 0; left--) {
      start += packed.next();
      add(start, value(packed));
    }
  };

  const hundredths = (packed, add) => {
    let left = packed.next();
    if (!left) return;
    let start = 0;
    let value = packed.next();
    add(0, value);
    while (--left > 0) {
      const token = packed.next();
      let gap = token % 4;
      if (gap === 3) gap += packed.next();
      start += gap + 1;
      value += Packed.unfold(Math.floor(token / 4));
      add(start, value);
    }
  };

  Frontline.Packed = Packed;
  Frontline.Timelines = Timelines;
  Frontline.reading = { plain, hundredths };
})();
