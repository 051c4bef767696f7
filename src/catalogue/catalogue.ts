import type { AccessRules } from './access-rules';
import type { Ambiguity } from './ambiguity';
import type { Conversation } from './conversation';
import type { DeclaredDigest } from './declared-digest';
import type { Dimension } from './dimension';
import type { Abbreviation } from './abbreviation';
import type { Elsewhere } from './elsewhere';
import type { RecordedEvent } from './recorded-event';
import type { ExtractSource } from './extract-source';
import type { Grant } from './grant';
import type { Inflation } from './inflation';
import type { Metric } from './metric';
import type { MetricOwner } from './metric-owner';
import type { Organisation } from './organisation';
import type { ProcedureList } from './procedure-list';
import type { QuestionKeeping } from './question-keeping';
import type { Scorecard } from './scorecard';
import type { Target } from './target';

/** Everything that can be asked and what it means, merged from the national definitions and the trust's folder. Frozen. */
export interface Catalogue {
  /** Changes whenever any definition changes; part of every cache key and snapshot id. */
  readonly fingerprint: string;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly targets: readonly Target[];
  readonly scorecards: ReadonlyMap<string, Scorecard>;
  readonly events: readonly RecordedEvent[];
  /** Conditions that name a list hold its codes already; kept here for definitions to name its owner and date. */
  readonly procedureLists: readonly ProcedureList[];
  /** Null where the trust gives none; then nothing is restated in base-year prices. */
  readonly inflation: Inflation | null;
  readonly grants: readonly Grant[];
  /** Null where the trust says nothing of it; then only who is named in a grant may ask. */
  readonly access: AccessRules | null;
  /** Channels and groups of which it is known what they are about. */
  readonly conversations: readonly Conversation[];
  /** Where else figures by the same name are printed, and how they differ. */
  readonly elsewhere: readonly Elsewhere[];
  /** What letters stand for. */
  readonly abbreviations: readonly Abbreviation[];
  /** Who the owners of metrics are in Teams. */
  readonly owners: readonly MetricOwner[];
  /** What is posted on a schedule because the trust's folder says so. */
  readonly digests: readonly DeclaredDigest[];
  /** Null where the trust says nothing of it; then no question is kept. */
  readonly questions: QuestionKeeping | null;
  readonly organisation: Organisation;
  readonly sources: readonly ExtractSource[];
  readonly ambiguities: readonly Ambiguity[];
  /** What the papers name that is a milestone and not a measure ("EMPCC opening"). */
  readonly milestones: readonly string[];
  /**
   * Measures people ask for that are not held, with the nearest that is: word → metric ids. `because` is a whole
   * sentence where the organisation's own configuration leaves the measure out.
   */
  readonly notHeld: readonly { readonly words: readonly string[]; readonly nearest: readonly string[]; readonly because?: string }[];
}
