import { SteadyClock } from '../../src/monitoring/steady-clock';

const SECOND = 1_000;
const YEARS = 3 * 365 * 24 * 3_600 * SECOND;

/** A process that looks every fifteen seconds, and whose machine's clock can be set meanwhile. */
class Machine {
  off: number;
  #running = 0;
  readonly steady: SteadyClock;

  constructor(off = 0) {
    this.off = off;
    this.steady = new SteadyClock({ clock: () => Date.UTC(2024, 6, 1) + this.#running + this.off, running: () => this.#running });
  }

  /** @returns at each look, whether posts wait and whether old records may be deleted */
  runs(seconds: number): string {
    let seen = '';
    for (let spent = 0; spent < seconds; spent += 15) {
      this.steady.look();
      seen += this.steady.wasJustSet ? 'w' : this.steady.isSteady ? 'D' : '.';
      this.#running += 15 * SECOND;
    }
    return seen;
  }
}

test('posts are made from the start, and old records deleted from the first minute on', () => {
  expect(new Machine().runs(90)).toBe('....DD');
});

test.each([['ahead', YEARS], ['behind', -YEARS]])('a clock that was years %s when the program started, and was set, deletes nothing before a minute of going evenly', (_way, off) => {
  const machine = new Machine(off);
  expect(machine.runs(15)).toBe('.');
  machine.off = 0;
  expect(machine.runs(90)).toBe('wwwwDD');
});

test('while it jumps for one look nothing is posted or deleted, nor for a minute after', () => {
  const machine = new Machine();
  machine.runs(120);
  machine.off = YEARS;
  expect(machine.runs(15)).toBe('w');
  machine.off = 0;
  expect(machine.runs(90)).toBe('wwwwDD');
});

test('a clock that is kept right by seconds is believed all the time', () => {
  const machine = new Machine();
  machine.runs(60);
  for (let n = 0; n < 8; n += 1) {
    machine.off += n % 2 === 0 ? 40 * SECOND : -50 * SECOND;
    expect(machine.runs(15)).toBe('D');
  }
});

test('a look says by how much it was set', () => {
  const machine = new Machine();
  expect(machine.steady.look()).toBe(0);
  machine.off = -120 * SECOND;
  expect(machine.steady.look()).toBe(-120 * SECOND);
});
