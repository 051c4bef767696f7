import { createHash } from 'node:crypto';
import { needsOf } from '../access/needs';
import type { Answer, MetricAnswer, ScorecardAnswer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import type { Road, Who } from '../ask';
import { londonTime } from '../calendar/instant';
import type { Catalogue } from '../catalogue/catalogue';
import type { Delivery } from '../delivery/delivery';
import type { PersonalChats, Port } from '../delivery/port';
import type { Query } from '../engine/query';
import type { ReportsKept, Told } from './report';

export interface ReportingParts {
  readonly catalogue: Pick<Catalogue, 'metrics' | 'owners' | 'organisation' | 'dimensions' | 'scorecards'>;
  readonly road: Pick<Road, 'run'>;
  readonly kept: ReportsKept;
  readonly chats: Pick<PersonalChats, 'of'>;
  readonly port: Port;
  readonly render: (answer: Answer) => object;
  /** Told of a fault on the way to somebody. */
  readonly failed: (error: unknown) => void;
}

/** What somebody says is wrong: a query, and the data they saw its number on. */
export interface Reported {
  readonly query: Query;
  readonly snapshot: string;
  /** Which of several measures on the card; null where none was chosen. */
  readonly measure: string | null;
}

export interface Reporting {
  /**
   * Keeps a report and tells whoever owns the number, each with their own access.
   * @returns what is said to whoever reports it
   * @throws TallyError STORE_FAILED, and whatever the road throws for whoever reports it; nothing is told then
   */
  report(reported: Reported, who: Who): Promise<Answer>;
}

export function createReporting({ catalogue, road, kept, chats, port, render, failed }: ReportingParts): Reporting {
  async function tellOne(person: string, reported: Reported, who: Who): Promise<Told> {
    const chat = await chats.of(person, who.asker.tenant);
    if (chat === null) {
      return 'not-told';
    }
    const own: Who = { asker: { id: person, name: null, tenant: who.asker.tenant }, place: { kind: 'personal', id: chat.conversation }, at: who.at, way: 'report' };
    const answer = ownersAnswer(await road.run({ kind: 'query', query: reported.query }, own), reported, who);
    return toldBy(await port.post({ ...chat, kind: 'personal', team: null }, render(answer), answer.headline));
  }

  /** Every one of the owner's people; a fault on the way to one of them is no reason not to tell the others. */
  async function tellAll(owner: string, reported: Reported, who: Who): Promise<Told> {
    const told: Told[] = [];
    for (const person of catalogue.owners.find((one) => one.owner === owner)?.people ?? []) {
      told.push(await tellOne(person, reported, who).catch((error: unknown) => {
        failed(error);
        return 'not-told';
      }));
    }
    return told.includes('told') ? 'told' : told.includes('uncertain') ? 'uncertain' : 'not-told';
  }

  /** What is kept of a number: read later by people who may see less than whoever reports it, so of a restricted one its measure alone. */
  const keptWords = ({ name, said }: Subject, { query }: Reported): string => (needsOf(query, catalogue).restricted.length > 0 ? `${name}, a restricted figure` : said);

  /** What was reported, and whose it is: one number of a measure, also of one on a scorecard, or a scorecard as a whole. Null for a card without either. */
  function subjectOf(seen: Answer, measure: string | null): Subject | null {
    const number = numberOf(seen, measure);
    const { scorecard } = seen;
    if (number !== null) {
      const owner = catalogue.metrics.get(number.metric)?.owner;
      return owner === undefined ? null : { id: number.metric, name: number.name, owner, said: number.said, snapshot: number.snapshot };
    }
    const owner = scorecard === null ? undefined : catalogue.scorecards.get(scorecard.id)?.owner;
    return scorecard === null || owner === undefined ? null : { id: scorecard.id, name: scorecard.name, owner, said: scorecardSaid(scorecard, seen), snapshot: scorecard.data.snapshot };
  }

  return {
    async report(reported, who) {
      // What is kept of it is read by others, who may not see the small numbers that whoever reports it may.
      const seen = await road.run({ kind: 'query', query: reported.query }, { ...who, way: 'report', isForOthers: true });
      const subject = subjectOf(seen, reported.measure);
      if (subject === null) {
        return seen.outcome === 'answered' ? { ...PLAIN, outcome: 'unknown', query: reported.query, headline: 'That card has no single number to report. Ask for one measure by itself and report that.', reason: 'not-a-number', notice: seen.notice } : seen;
      }
      const done = (headline: string, lines: readonly string[] = []): Answer => ({ ...PLAIN, outcome: 'done', query: null, headline, lines, notice: seen.notice });
      const { said, owner } = subject;
      const query = JSON.stringify(reported.query);
      const id = createHash('sha256').update(JSON.stringify([who.asker.tenant, who.asker.id, query, reported.snapshot, ...(seen.scorecard === null && seen.metrics.length < 2 ? [] : [subject.id])])).digest('hex').slice(0, 32);
      const before = await kept.told(id);
      if (before === null && await kept.countBy(who.asker.id, who.at - DAY) >= MOST_A_DAY) {
        return done(`You have reported ${MOST_A_DAY} numbers since this time yesterday. Speak to ${owner} about this one.`);
      }
      if (before === null) {
        await kept.keep({
          id, organisation: catalogue.organisation.name, by: who.asker.id, byName: who.asker.name, metric: subject.id, owner, query, snapshot: reported.snapshot,
          said: keptWords(subject, reported), saidOn: subject.snapshot, at: who.at,
        });
      } else if (before !== 'not-told') {
        return done(`You have reported this number already: ${said}. ${OUTCOMES[before]}`);
      }
      const told = await tellAll(owner, reported, who);
      await kept.tell(id, told);
      return done(`Reported to ${owner}: ${said}. ${OUTCOMES[told]}`, [
        'Tell them what you expected and where it is printed: a report carries the number, its question and its data, and nothing you would have to type.',
        ...(subject.id === seen.scorecard?.id ? ['To reach whoever owns one of its measures, choose the measure above the button and press it again.'] : []),
      ]);
    },
  };
}

interface Subject {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** "DNA rate 8.0% · ENT · June 2024" */
  readonly said: string;
  readonly snapshot: string;
}

const DAY = 24 * 60 * 60_000;
const MOST_A_DAY = 20;

const OUTCOMES: Readonly<Record<Told, string>> = {
  told: 'They have it in Teams, with your name.',
  uncertain: 'It was sent to them in Teams, but whether it arrived is not known; it is kept as well.',
  'not-told': 'None of them can be reached in Teams; it is kept for whoever looks after Tally.',
};

function toldBy({ outcome }: Delivery): Told {
  return outcome === 'sent' ? 'told' : outcome === 'ambiguous' ? 'uncertain' : 'not-told';
}

/** The number of a measure: of the one chosen, else the card's own; null of a scorecard of which none is chosen. */
function numberOf(seen: Answer, measure: string | null): { readonly metric: string; readonly name: string; readonly said: string; readonly snapshot: string } | null {
  const metric = seen.metrics.find((one) => one.metric === measure) ?? seen.metrics[0];
  if (metric !== undefined) {
    return { metric: metric.metric, name: metric.name, said: saidOf(metric, seen), snapshot: metric.data.snapshot };
  }
  const { scorecard } = seen;
  const [line, ...others] = scorecard?.sections.flatMap(({ lines }) => lines.filter((one) => one.kind === 'line' && one.metric === measure)) ?? [];
  if (scorecard === null || line === undefined) {
    return null;
  }
  const figures = [line, ...others].map(({ label, suppressed, display }) => `${label} ${suppressed ? 'withheld' : display}`);
  const said = [others.length < MANY ? figures.join(', ') : `One of ${figures.length} figures`, scorecard.name, ...(seen.scope === null ? [] : [seen.scope])].join(' · ');
  return { metric: line.metric, name: others.length === 0 ? line.label : scorecard.name, said, snapshot: scorecard.data.snapshot };
}

/** Further lines of one measure from which on they are counted and not named. */
const MANY = 3;

/** "DNA rate 8.0% · ENT · June 2024" */
function saidOf({ name, suppressed, display }: MetricAnswer, { scope }: Answer): string {
  return [`${name} ${suppressed ? 'withheld' : display}`, ...(scope === null ? [] : [scope])].join(' · ');
}

/** "A number of Lead measures · Trust · June 2024": which of them, whoever reports it has to say. */
const scorecardSaid = ({ name }: ScorecardAnswer, { scope }: Answer): string => [`A number of ${name}`, ...(scope === null ? [] : [scope])].join(' · ');

/** What an owner is told: the number by their own access, who says it is wrong, and the data it was seen on. */
function ownersAnswer(own: Answer, { snapshot, measure }: Reported, { asker, at }: Who): Answer {
  const { scorecard } = own;
  const number = numberOf(own, measure);
  const held = number?.snapshot ?? scorecard?.data.snapshot;
  const said = number !== null ? number.said : scorecard !== null ? scorecardSaid(scorecard, own) : own.headline.replace(/\.$/, '');
  return {
    ...PLAIN,
    outcome: 'done',
    query: own.query,
    headline: `${asker.name ?? 'Somebody'} says that a number is wrong: ${said}.`,
    lines: [
      `Reported ${londonTime(at)}, seen on data version ${snapshot}${held === undefined || held === snapshot ? '' : `; the number here is of data version ${held}, loaded since`}.`,
      'Ask them what they expected and where it is printed.',
    ],
    next: own.query === null ? [] : [{ title: 'Show the number', step: { kind: 'query', query: own.query } }, { title: 'Show working', step: { kind: 'working', query: own.query } }],
    notice: own.notice,
  };
}
