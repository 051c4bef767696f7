import NodeCache from 'node-cache';
import type { Step } from './button';
import type { Source } from './incoming';

/** A card is brought up to now at most as often as this, milliseconds. */
const APART = 60_000;
/** Cards kept in all; each is at most some thousand characters. */
const MOST = 1_000;
/** Seconds for which the last good card is kept, to be shown where a later one cannot be made. */
const KEPT_SECONDS = 24 * 60 * 60;

interface Made {
  readonly at: number;
  readonly card: object;
}

/**
 * The cards that people have brought up to now, each person's own, so that a client that asks again and again is
 * answered without the numbers being worked out again, and one whose numbers cannot be had keeps the card it has.
 * In this process alone: it saves work and decides nothing.
 */
export class RefreshedCards {
  readonly #made = new NodeCache({ stdTTL: KEPT_SECONDS, useClones: false, checkperiod: 0 });

  /**
   * @param at the instant of asking, milliseconds since 1970
   * @returns the card made within the last minute, or null where one may be made
   */
  recent(source: Source, step: Step, at: number): object | null {
    const made = this.#made.get<Made>(keyOf(source, step));
    return made !== undefined && at - made.at < APART ? made.card : null;
  }

  /** The last card that could be made for this person, however old; null where none was. */
  last(source: Source, step: Step): object | null {
    return this.#made.get<Made>(keyOf(source, step))?.card ?? null;
  }

  keep(source: Source, step: Step, made: Made): void {
    if (this.#made.keys().length >= MOST) this.#made.flushAll();
    this.#made.set(keyOf(source, step), made);
  }
}

const keyOf = ({ asker, place }: Source, step: Step): string => JSON.stringify([asker.tenant, asker.id, place, step]);
