import { heldFor } from '../../src/language/held-range';
import { askedIn2024 } from './july-2024';
import { CATALOGUE, HELD, read } from './trust-language';
import type { Coverage } from '../../src/engine/snapshot';

const covers = (from: string, to: string, dailyFrom: string | null, bookedTo = to): Coverage => ({
  extract: 'any', from, to, bookedTo, dailyFrom, dailyFromBy: {}, provisionalFrom: null, columnsFrom: {}, missingMonths: [], missingDays: [], rows: 1, byMetric: {}, notices: [],
});

describe('what is held for a metric', () => {
  test('is what every table it reads holds', () => {
    const coverage = { theatre_cases: covers('2020-01-01', '2026-09-30', '2024-04-01'), theatre_sessions: covers('2019-04-01', '2026-11-20', '2025-01-01') };
    expect(heldFor(['acpl'], CATALOGUE, coverage, '2026-11-21')).toEqual({ from: '2020-01-01', to: '2026-09-30', bookedTo: '2026-09-30', dailyFrom: '2025-01-01' });
  });

  test('is monthly where one of its tables is', () => {
    const coverage = { theatre_cases: covers('2020-01-01', '2026-09-30', null), theatre_sessions: covers('2019-04-01', '2026-11-20', '2025-01-01') };
    expect(heldFor(['acpl'], CATALOGUE, coverage, '2026-11-21').dailyFrom).toBeNull();
  });

  test('is by the day from when whatever dates it is', () => {
    const coverage = { theatre_cases: { ...covers('2019-04-01', '2026-09-30', '2024-04-01'), dailyFromBy: { breach_date: '2024-05-01' } } };
    expect(heldFor(['cancellation-28-day-breaches'], CATALOGUE, coverage, '2026-11-21').dailyFrom).toBe('2024-05-01');
    expect(heldFor(['on-the-day-cancellations'], CATALOGUE, coverage, '2026-11-21').dailyFrom).toBe('2024-04-01');
  });

  test('looks ahead only for a metric that does', () => {
    const coverage = { theatre_sessions: covers('2019-04-01', '2026-11-20', '2025-01-01', '2026-12-31') };
    expect(heldFor(['booked-theatre-utilisation'], CATALOGUE, coverage, '2026-11-21').bookedTo).toBe('2026-12-31');
    expect(heldFor(['late-starts'], CATALOGUE, coverage, '2026-11-21').bookedTo).toBe('2026-11-20');
  });

  test('looks ahead also where it is split, by what a scorecard is called after too', () => {
    expect(askedIn2024('booked theatre utilisation by theatre on 15 July')).toMatchObject({ kind: 'query', query: { by: 'theatre', period: { from: '2024-07-15', to: '2024-07-15' } } });
  });

  test('a metric whose table is not held still gives a query', () => {
    expect(read('ACPL last month', { ...HELD, coverage: {} })).toMatchObject({ kind: 'query', query: { metrics: ['acpl'], period: { from: '2026-10-01' } } });
  });

  test('the latest complete month follows the extract and not the clock', () => {
    const coverage = { ...HELD.coverage, outpatient_appointments: covers('2018-04-01', '2026-01-31', null) };
    expect(read('DNA rate for ENT', { ...HELD, coverage })).toMatchObject({ kind: 'query', query: { period: { from: '2026-01-01', to: '2026-01-31' } } });
  });
});
