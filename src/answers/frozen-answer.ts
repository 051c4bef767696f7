import type { Catalogue } from '../catalogue/catalogue';
import { querySchema, type Query } from '../engine/query';
import type { Answer } from './answer';
import { keptWorking } from './kept-working';
import { cannotKeepAnswer, keptAnswer, keptExactAnswer, nameTakenAnswer, notCheckedAnswer, notKeptAnswer, readKeptAnswer, shownAgain } from './frozen';

/**
 * Where scorecards are kept under a name, each organisation's apart. Query and answer are JSON; a name differs from
 * another in more than case and spaces.
 */
export interface FrozenScorecards {
  /** False where the name is taken; then nothing is written. */
  keep(kept: KeptScorecard): Promise<boolean>;
  find(organisation: string, name: string): Promise<KeptScorecard | null>;
  /** Every name that the organisation uses with its query, the newest first. */
  names(organisation: string): Promise<readonly { readonly name: string; readonly query: string }[]>;
}

interface KeptScorecard {
  readonly organisation: string;
  readonly name: string;
  readonly scorecard: string;
  readonly query: string;
  readonly answer: string;
  readonly snapshot: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
}

type FrozenQuery = Query & { readonly frozen: NonNullable<Query['frozen']> };

export function isFrozenQuery(query: Query): query is FrozenQuery {
  return query.frozen !== undefined;
}

interface FrozenParts {
  readonly catalogue: Catalogue;
  readonly frozen: FrozenScorecards | null;
  /** The instant of asking, milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  /** Whether it is the working of what was kept that is asked for. */
  readonly showWorking: boolean;
  /** Answers a query for whoever asks, permission included. */
  readonly answer: (query: Query) => Promise<Answer>;
  /** What whoever asks is told who may not ask that query; null for whoever may. */
  readonly refusal: (query: Query) => Answer | null;
}

/** Keeps a scorecard under a name, or shows one that was kept with what has changed since. */
export async function answerFromFrozen(query: FrozenQuery, parts: FrozenParts): Promise<Answer> {
  if (parts.frozen === null) {
    return cannotKeepAnswer(parts.catalogue, query);
  }
  return query.frozen.what === 'freeze' ? freeze(query, parts, parts.frozen) : show(query, parts, parts.frozen);
}

async function freeze(query: FrozenQuery, { catalogue, at, by, answer }: FrozenParts, frozen: FrozenScorecards): Promise<Answer> {
  const { name } = query.frozen;
  const organisation = catalogue.organisation.name;
  const plain = withoutName(query);
  const current = await answer(plain);
  if (current.outcome !== 'answered' || current.scorecard === null) {
    return { ...current, query };
  }
  const { snapshot } = current.scorecard.data;
  const isKept = await frozen.keep({
    organisation, name, scorecard: current.scorecard.id, query: JSON.stringify(plain), answer: JSON.stringify(current), snapshot, at, by,
  });
  return isKept
    ? keptAnswer(catalogue, query, { name, answer: current, at, snapshot })
    : nameTakenAnswer(catalogue, query, (await frozen.find(organisation, name))?.at ?? at);
}

async function show(query: FrozenQuery, { catalogue, showWorking, answer, refusal }: FrozenParts, frozen: FrozenScorecards): Promise<Answer> {
  const row = await frozen.find(catalogue.organisation.name, query.frozen.name);
  const kept = row === null ? null : readKeptAnswer(row.answer);
  if (row === null || kept === null) {
    return notKeptAnswer(catalogue, query, (await frozen.names(catalogue.organisation.name)).map(({ name }) => name));
  }
  const asked = readKeptQuery(row.query);
  const metrics = metricsShown(kept);
  if (asked === null || !catalogue.scorecards.has(asked.scorecard ?? '') || metrics.some((id) => !catalogue.metrics.has(id))) {
    return notCheckedAnswer(catalogue, query);
  }
  // What was kept is asked, and not what the words or a button say of it: whoever may not see it now does not see it then
  // either, nor a measure that the scorecard has no more.
  const refused = refusal({ ...asked, intent: 'value', scorecard: null, metrics: [...metrics] });
  const now = refused ?? await answer(asked);
  if (now.outcome === 'refused') {
    return { ...now, query };
  }
  if (tellsExactly(catalogue, kept, now)) {
    return keptExactAnswer(catalogue, query);
  }
  const again = { name: row.name, answer: kept, at: row.at, snapshot: row.snapshot };
  const shown = shownAgain(query, again, now.outcome === 'answered' ? now : null);
  return showWorking ? keptWorking(catalogue, query, again, shown) : shown;
}

/** Whether a scorecard that was kept before numbers of people were rounded would tell one that is rounded now, or may: nothing is said of those that have no answer now. */
function tellsExactly({ access }: Catalogue, { scorecard: kept }: Answer, { outcome, scorecard: now }: Answer): boolean {
  const isOfWhole = outcome === 'answered' && now?.data.roundedTo === undefined && kept?.sections.every(({ lines }) => lines.every(({ concentration }) => concentration === null)) === true;
  return access?.['round-people-to'] !== undefined && kept?.data.roundedTo === undefined && !isOfWhole;
}

/** The metrics of a kept answer's lines. */
const metricsShown = ({ scorecard }: Answer): readonly string[] => [...new Set(scorecard?.sections.flatMap(({ lines }) => lines.map(({ metric }) => metric)) ?? [])];

/** The query of a kept scorecard; null where another version wrote one that cannot be asked any more. */
export function readKeptQuery(json: string): Query | null {
  try {
    const parsed = querySchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: whatever was kept, it is no query that could be asked.
    return null;
  }
}

function withoutName(query: FrozenQuery): Query {
  const { frozen: _, ...plain } = query;
  return plain;
}
