const { default: Sequencer } = require('@jest/test-sequencer');

/** Those that wait for other processes take longest whatever the machine: begun last, they would be waited for alone. */
const LONGEST = [/exactly-once/, /playground\.browser/, /cards\.browser/];

/** @param {string} path */
function rank(path) {
  const place = LONGEST.findIndex((name) => name.test(path));
  return place === -1 ? LONGEST.length : place;
}

/** The longest tests first, the others in jest's own order. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a.path) - rank(b.path));
  }
};
