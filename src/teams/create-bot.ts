import { setTimeout as pause } from 'node:timers/promises';
import { AuthenticationError } from 'botframework-connector';
import type { Config } from '../config';
import type { Port } from '../delivery/port';
import { UNWATCHED, type Watch } from '../monitoring/watch';
import { activitySchema } from './activity';
import { LocalAuthentication, StrictAuthentication, TEAMS_NETWORK, type Network } from './authentication';
import { chatOver } from './chat';
import { deliveryMark, loggedFault } from './fault-log';
import { readActivity } from './incoming';
import { OwedAnswers } from './owed-answers';
import { portOver } from './proactive-post';
import { takeTurn } from './take-turn';
import { RateLimiter, USUAL_LIMITS, type RateLimits } from './rate-limits';
import { TeamsAdapter, type Reply } from './teams-adapter';
import { isTenantAllowed } from './tenancy';
import { tooMany } from './too-many';
import type { TurnParts } from './turn-parts';

export interface BotParts extends Pick<TurnParts, 'road' | 'render' | 'reporting' | 'commands' | 'store' | 'clock' | 'log'> {
  readonly config: Pick<Config, 'credentials' | 'allowedTenants'>;
  /** What is learnt from, once it is known; nothing is where it is not given. */
  readonly learning?: () => TurnParts['learning'];
  /** Milliseconds after which typing shows; 900 where it is not given. */
  readonly typingAfter?: number;
  readonly searchWithin?: number;
  /** Waits, milliseconds; the timer where it is not given. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Told what is counted; nobody counts where it is not given. */
  readonly watch?: Watch;
  /** How much is taken on within a minute; `USUAL_LIMITS` where it is not given. */
  readonly limits?: RateLimits;
  /** Microsoft's addresses where it is not given. */
  readonly network?: Network;
}

/** An HTTP request as far as it matters here. `body` is parsed JSON of any shape. */
export interface BotRequest {
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface Bot {
  /** The way to people who did not ask just now. */
  readonly port: Port;
  /** Tells of answers that may not have arrived. Never throws. */
  tellOwed(): Promise<void>;
  /** Answers one delivery; never throws, and no reply holds internal text. */
  process(request: BotRequest): Promise<Reply>;
}

const TYPING_AFTER_MS = 900;
/** A second less than Teams waits for what is found while somebody types. */
const SEARCH_WITHIN_MS = 4_000;

/**
 * The Teams side of the product. Without credentials nobody's identity is checked: `config.ts` lets such a start bind
 * loopback only, and replies are confined to this machine.
 */
export function createBot(parts: BotParts): Bot {
  const { config, log, watch = UNWATCHED } = parts;
  const authentication = config.credentials ? new StrictAuthentication(config.credentials, parts.network ?? TEAMS_NETWORK, watch) : new LocalAuthentication(watch);
  const adapter = new TeamsAdapter(authentication);
  const limiter = new RateLimiter(parts.limits ?? USUAL_LIMITS);
  const pacing = { clock: parts.clock, wait: parts.wait ?? ((ms: number) => pause(ms)) };

  const port = portOver(adapter, { appId: config.credentials?.appId ?? '', mayPostTo: (serviceUrl) => authentication.mayPostTo(serviceUrl), connectors: () => authentication.createConnectorFactory(adapter.identity(config.credentials?.appId ?? '')) }, pacing, log);

  const owed = new OwedAnswers({ answered: parts.store.answered, port, render: parts.render, clock: parts.clock, log });

  return {
    port,
    tellOwed: () => owed.tick(),
    async process({ authorization, body }) {
      const parsed = activitySchema.safeParse(body);
      if (!parsed.success) return { status: 400 };
      const activity = parsed.data;
      const key = { conversation: activity.conversation.id, activity: activity.id ?? null };
      const turnLog = log.child({ mark: deliveryMark(key.conversation, key.activity ?? '') });
      try {
        return await adapter.receive(authorization ?? '', activity, async (context) => {
          if (config.credentials && !isTenantAllowed(activity, config.allowedTenants)) {
            turnLog.warn({ code: 'TENANT_REFUSED', type: activity.type }, 'dropped: not an allowed tenant');
            if (activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
            return;
          }
          const chat = chatOver(context, pacing);
          const taken = await limiter.take(activity);
          if (taken !== 'taken') {
            return tooMany(activity, taken, chat, { log: turnLog });
          }
          await takeTurn(readActivity(activity), key, chat, {
            road: parts.road,
            learning: parts.learning?.() ?? null,
            render: parts.render,
            reporting: parts.reporting,
            commands: parts.commands,
            store: parts.store,
            port,
            clock: parts.clock,
            typingAfter: parts.typingAfter ?? TYPING_AFTER_MS,
            searchWithin: parts.searchWithin ?? SEARCH_WITHIN_MS,
            watch,
            log: turnLog,
          });
        });
      } catch (error) {
        if (error instanceof AuthenticationError) {
          turnLog.warn({ code: 'UNAUTHORISED', why: error.message, fault: loggedFault(error) }, 'sender refused');
          return { status: 401 };
        }
        turnLog.error({ code: 'TURN_FAILED', fault: loggedFault(error) }, 'a delivery failed');
        return { status: 500 };
      }
    },
  };
}
