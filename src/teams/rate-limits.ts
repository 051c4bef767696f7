import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { TeamsActivity } from './activity';
import { tenantOf } from './incoming';

/** How many messages, buttons and searches are taken on within a minute: from one person, one tenant, and by this process. */
export interface RateLimits {
  readonly person: number;
  readonly tenant: number;
  readonly process: number;
}

/** A person who types into the search box sends some ten a minute; a trust's managers on a Monday morning, some hundreds. */
export const USUAL_LIMITS: RateLimits = { person: 60, tenant: 1_200, process: 3_000 };

const SECONDS = 60;

/** `tell`: too many, and this person has not been told so within the minute. `silent`: they have. */
export type Taken = 'taken' | 'tell' | 'silent';

/** Counts in this process alone: it protects the process, and decides nothing about who may see what. */
export class RateLimiter {
  readonly #person: RateLimiterMemory;
  readonly #tenant: RateLimiterMemory;
  readonly #process: RateLimiterMemory;
  readonly #told = new RateLimiterMemory({ points: 1, duration: SECONDS });

  constructor({ person, tenant, process }: RateLimits) {
    this.#person = new RateLimiterMemory({ points: person, duration: SECONDS });
    this.#tenant = new RateLimiterMemory({ points: tenant, duration: SECONDS });
    this.#process = new RateLimiterMemory({ points: process, duration: SECONDS });
  }

  /** @param activity one that passed authentication; what no person sent is always taken on */
  async take(activity: TeamsActivity): Promise<Taken> {
    if (activity.type !== 'message' && activity.type !== 'invoke') {
      return 'taken';
    }
    const tenant = tenantOf(activity) ?? '';
    const person = `${tenant} ${activity.from.aadObjectId || activity.from.id}`;
    // One person's flood is theirs alone: it is not counted against the others.
    const isWithin = await fits(this.#person, person) && await fits(this.#tenant, tenant) && await fits(this.#process, 'process');
    return isWithin ? 'taken' : await fits(this.#told, person) ? 'tell' : 'silent';
  }
}

/** The library rejects, with no error, what goes beyond the limit. */
async function fits(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (rejected) {
    if (rejected instanceof Error) throw rejected;
    return false;
  }
}
