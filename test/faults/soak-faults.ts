import type { ArrivingExtracts } from './arriving-extracts';
import type { FarSide, Taking } from './far-side';

/** A fault, what it is called, when it begins and how long it lasts: milliseconds from the start of the run. */
export interface Planned {
  readonly called: string;
  readonly from: number;
  readonly lasts: number;
  /** @returns what ends it */
  readonly begin: () => Promise<() => unknown>;
}

export interface Tried {
  readonly called: string;
  readonly survived: boolean;
  /** Milliseconds from its end until somebody was answered. */
  readonly after: number;
}

const MINUTE = 60_000;

/** The faults of a run, spread over it; each lasts longer in a longer run. */
export function planOf({ minutes, isKilled, farSide, extracts, restart }: {
  readonly minutes: number;
  readonly isKilled: boolean;
  readonly farSide: FarSide;
  readonly extracts: ArrivingExtracts;
  readonly restart: (how: 'kill' | 'stop') => Promise<void>;
}): readonly Planned[] {
  const takes = (taking: Taking) => (): Promise<() => void> => {
    farSide.takes = () => taking;
    return Promise.resolve(() => { farSide.takes = () => ({ isTaken: true, status: 201 }); });
  };
  const file = (spoil: () => () => void) => (): Promise<() => void> => Promise.resolve(spoil());
  const away = async (): Promise<() => Promise<void>> => {
    await farSide.refuse();
    return () => farSide.listen();
  };
  const again = (how: 'kill' | 'stop') => async (): Promise<() => undefined> => {
    await restart(how);
    return () => undefined;
  };
  const short = Math.min(20_000, minutes * 1_000);
  const long = Math.min(90_000, minutes * 4_000);
  const plan: readonly (readonly [called: string, lasts: number, begin: Planned['begin']])[] = [
    ['the Connector is busy (429)', short, takes({ isTaken: false, status: 429, headers: { 'retry-after': '1' } })],
    ['an extract is half-written', long, file(() => extracts.halfWritten())],
    ['the Connector fails (503) and takes nothing', short, takes({ isTaken: false, status: 503 })],
    ['the Connector is slow (3 s)', short, takes({ isTaken: true, status: 201, after: 3_000 })],
    ...(isKilled ? [['kill -9 under load', 0, again('kill')] as const] : []),
    ['an extract is gone', long, file(() => extracts.vanished())],
    ['the Connector cannot be reached', short, away],
    ...(isKilled ? [['a stop under load', 0, again('stop')] as const] : []),
    ['an extract is ten times larger', long, file(() => extracts.tenTimesLarger())],
    ['the Connector takes and fails (502)', short, takes({ isTaken: true, status: 502 })],
  ];
  return plan.map(([called, lasts, begin], at) => ({ called, lasts, begin, from: ((at + 1) / (plan.length + 1)) * minutes * MINUTE }));
}
