import fc from 'fast-check';
import { dueOn, isDueOn, nextSlot, scheduleWords, slotsBetween, type Schedule } from '../../src/calendar/schedule';
import { londonInstant } from '../../src/calendar/instant';

const MONDAYS: Schedule = { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' };
const at = (text: string): number => londonInstant(text) ?? 0;
const shown = (slots: readonly { readonly day: string; readonly at: number }[]) => slots.map(({ day, at: when }) => `${day} ${new Date(when).toISOString().slice(11, 16)}Z`);

describe('what is due by the clock of a place', () => {
  test('comes at the same hour by that clock when the clocks have changed', () => {
    // The clocks go forward on 31 March 2024 and back on 27 October.
    expect(shown(slotsBetween(MONDAYS, at('2024-03-24T00:00'), at('2024-04-02T00:00')))).toEqual(['2024-03-25 08:00Z', '2024-04-01 07:00Z']);
    expect(shown(slotsBetween(MONDAYS, at('2024-10-20T00:00'), at('2024-10-29T00:00')))).toEqual(['2024-10-21 07:00Z', '2024-10-28 08:00Z']);
  });

  test('at a time that the clocks leave out comes as much later, and at one that comes twice comes once', () => {
    const sundays: Schedule = { every: 'week', on: 7, at: '01:30', zone: 'Europe/London' };
    expect(shown(slotsBetween(sundays, at('2024-03-30T00:00'), at('2024-04-01T00:00')))).toEqual(['2024-03-31 01:30Z']);
    expect(shown(slotsBetween(sundays, at('2024-10-26T00:00'), at('2024-10-28T00:00')))).toEqual(['2024-10-27 00:30Z']);
  });

  test('on working days leaves out weekends and bank holidays', () => {
    const daily: Schedule = { every: 'working-day', on: null, at: '07:15', zone: 'Europe/London' };
    // Good Friday 29 March and Easter Monday 1 April 2024.
    expect(slotsBetween(daily, at('2024-03-27T12:00'), at('2024-04-03T12:00')).map(({ day }) => day)).toEqual(['2024-03-28', '2024-04-02', '2024-04-03']);
  });

  test('on the last day of the month is on the last there is', () => {
    const last: Schedule = { every: 'month', on: 31, at: '08:00', zone: 'Europe/London' };
    expect(slotsBetween(last, at('2024-01-15T00:00'), at('2024-05-01T00:00')).map(({ day }) => day)).toEqual(['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30']);
  });

  test('elsewhere is by the clock there', () => {
    expect(shown([nextSlot({ ...MONDAYS, zone: 'Europe/Paris' }, at('2024-07-11T00:00'))])).toEqual(['2024-07-15 06:00Z']);
  });

  test.each([
    [MONDAYS, 'every Monday at 08:00'], [{ ...MONDAYS, every: 'month', on: 3, at: '07:30' }, 'on the 3rd of every month at 07:30'], [{ ...MONDAYS, every: 'month', on: 31 }, 'on the last day of every month at 08:00'],
    [{ ...MONDAYS, every: 'month', on: 11 }, 'on the 11th of every month at 08:00'], [{ ...MONDAYS, every: 'working-day', on: null, at: '07:15', zone: 'Europe/Paris' }, 'every working day at 07:15 (Europe/Paris)'],
  ] as const)('%j is said as %s', (schedule, words) => expect(scheduleWords(schedule)).toBe(words));

  test('has one slot a day at most, each on a day that is due, and the same slots however the time is cut', () => {
    const schedules = fc.oneof(
      fc.record({ every: fc.constant('week' as const), on: fc.integer({ min: 1, max: 7 }) }), fc.record({ every: fc.constant('month' as const), on: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ every: fc.constant('working-day' as const), on: fc.constant(null) }),
    ).chain((one) => fc.record({ hour: fc.nat(23), minute: fc.nat(59), zone: fc.constantFrom('Europe/London', 'Europe/Paris', 'America/New_York') })
      .map(({ hour, minute, zone }): Schedule => ({ ...one, at: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, zone })));
    const start = at('2024-01-01T00:00');
    const span = 400 * 24 * 60 * 60_000;
    fc.assert(fc.property(schedules, fc.integer({ min: 0, max: span }), (schedule, cut) => {
      const all = slotsBetween(schedule, start, start + span);
      const halves = [...slotsBetween(schedule, start, start + cut), ...slotsBetween(schedule, start + cut, start + span)];
      return new Set(all.map(({ day }) => day)).size === all.length && all.every((slot) => isDueOn(schedule, slot.day) && dueOn(schedule, slot.day) === slot.at) && JSON.stringify(all) === JSON.stringify(halves);
    }), { numRuns: 60 });
  });
});
