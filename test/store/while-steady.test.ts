import { whileSteady } from '../../src/store/while-steady';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const YEARS = 3 * 365 * 24 * HOUR;

/** A look every fifteen seconds of a process, whose machine's clock can be set meanwhile. */
class Machine {
  off = 0;
  readonly done: number[] = [];
  #running = 0;
  readonly #look = whileSteady({ clock: () => Date.UTC(2024, 6, 1) + this.#running + this.off, running: () => this.#running, every: HOUR }, () => this.done.push(this.#running / SECOND));

  runs(seconds: number): void {
    for (let spent = 0; spent < seconds; spent += 15) {
      this.#look();
      this.#running += 15 * SECOND;
    }
  }
}

test('what is old is deleted a minute after the start, then every hour', () => {
  const machine = new Machine();
  machine.runs(2 * 3_600 + 120);
  expect(machine.done).toEqual([60, 3_660, 7_260]);
});

test.each([['ahead', YEARS], ['behind', -YEARS]])('nothing is deleted by a clock that was years %s when the program started, and was set within a minute', (_way, off) => {
  const machine = new Machine();
  machine.off = off;
  machine.runs(45);
  machine.off = 0;
  machine.runs(60);
  expect(machine.done).toEqual([]);
  machine.runs(15);
  expect(machine.done).toEqual([105]);
});

test('nothing is deleted while the clock jumps for a moment, and it is done a minute after that', () => {
  const machine = new Machine();
  machine.runs(3_600);
  machine.off = YEARS;
  machine.runs(30);
  machine.off = 0;
  machine.runs(120);
  expect(machine.done).toEqual([60, 3_690]);
});

test('a clock that is kept right a little at a time is believed', () => {
  const machine = new Machine();
  for (let n = 0; n < 8; n += 1) {
    machine.off += 900;
    machine.runs(15);
  }
  expect(machine.done).toEqual([60]);
});
