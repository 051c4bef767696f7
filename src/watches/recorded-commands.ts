import type { Audit, Way } from '../access/audit';
import { admit, type Grants } from '../access/permit';
import type { Answer } from '../answers/answer';
import { recorded } from '../answers/audited';
import { refusedAnswer } from '../answers/refused-answer';
import type { Catalogue } from '../catalogue/catalogue';
import type { Origin } from '../digests/carry-out';
import type { Commands } from '../digests/commands';
import type { Query } from '../engine/query';
import type { Command } from '../language/command';
import { watchIn } from './watch';

export interface RecordedCommandsParts {
  readonly catalogue: Pick<Catalogue, 'organisation'>;
  readonly grants: Grants;
  /** Null where no record is kept. */
  readonly audit: Audit | null;
}

/** What only looks changes nothing; its answers are recorded by the road that gives them. */
const LOOKS: ReadonlySet<Command['what']> = new Set<Command['what']>(['list', 'history', 'preview']);

/**
 * Commands of those who may use Tally at all, each recorded with what came of it before that is said: who, where, the query
 * where one is named, and as the reason which command it was, such as "digest-pause". Words have been admitted by the road
 * that read them; a pressed button has passed nobody yet, and is refused here before it is looked up what it is for.
 *
 * @throws TallyError AUDIT_FAILED, and whatever the commands throw
 */
export function recordedCommands(commands: Commands, { catalogue, grants, audit }: RecordedCommandsParts): Commands {
  const leaving = (what: string, query: Query | null, { asker, place }: Origin, way: Way, work: () => Promise<Answer>): Promise<Answer> => {
    if (audit === null) return work();
    const named: Audit = {
      record: (occasion, audited) => audit.record(occasion, { ...audited, query: query ?? audited.query, reason: audited.reason === null ? what : `${what}: ${audited.reason}` }),
    };
    return recorded(named, { asker, place, way }, query, work, () => false);
  };
  const pressed = (step: string, topic: string, origin: Origin, work: () => Promise<Answer>): Promise<Answer> =>
    leaving(`${watchIn(topic) === null ? 'digest' : 'watch'}-${step}`, null, origin, 'button', () => {
      const refusal = admit(origin.asker, origin.place, grants);
      return refusal === null ? work() : Promise.resolve(refusedAnswer(null, refusal, catalogue.organisation.notice));
    });
  return {
    ...commands,
    carryOut: (command, origin) => {
      const work = (): Promise<Answer> => commands.carryOut(command, origin);
      return LOOKS.has(command.what) ? work() : leaving(`${command.kind}-${command.what}`, 'query' in command ? command.query ?? null : null, origin, 'chat', work);
    },
    decide: (what, key, origin) => pressed(what, key.topic, origin, () => commands.decide(what, key, origin)),
    resume: (topic, origin) => pressed('resume', topic, origin, () => commands.resume(topic, origin)),
  };
}
