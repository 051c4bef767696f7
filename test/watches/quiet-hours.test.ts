import { londonInstant } from '../../src/calendar/instant';
import { FOR_EVER, muteEnds, quietEnds } from '../../src/watches/quiet-hours';

const at = (text: string): number => londonInstant(text) ?? NaN;

test.each([
  ['2026-11-26T21:59', null], ['2026-11-26T22:00', '2026-11-27T06:30'], ['2026-11-27T00:00', '2026-11-27T06:30'], ['2026-11-27T06:29', '2026-11-27T06:30'], ['2026-11-27T06:30', null], ['2026-11-27T12:00', null],
  // The nights in which the clocks go back and forward.
  ['2026-10-24T23:00', '2026-10-25T06:30'], ['2027-03-27T23:00', '2027-03-28T06:30'],
])('at %s quiet ends %s', (now, ends) => expect(quietEnds(at(now))).toBe(ends === null ? null : at(ends)));

test.each([
  [null, null], ['2026-11-25', null], ['2026-11-26', at('2026-11-27T00:00')], ['2026-11-29', at('2026-11-30T00:00')], [FOR_EVER, Infinity],
])('muted to the end of %s on 26 November it is heard again at %s', (last, ends) => expect(muteEnds(last, at('2026-11-26T23:59'))).toBe(ends));
