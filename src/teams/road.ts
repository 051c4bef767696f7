import type { Answer } from '../answers/answer';
import type { Query } from '../engine/query';
import type { Asker, Place, Question } from '../language/question';

/** Who pressed, where and when: what a question carries besides its words. */
export interface Who {
  readonly asker: Asker;
  readonly place: Place;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A button's query, run as it stands or to show its working. */
export interface QueryStep {
  readonly kind: 'query' | 'working';
  readonly query: Query;
}

/**
 * The one road through the house, as this room needs it. Access is decided on the road, for buttons as for words:
 * nothing that reaches it from here is trusted.
 */
export interface Road {
  ask(question: Question): Promise<Answer>;
  run(step: QueryStep, who: Who): Promise<Answer>;
  /** What is said once on arrival; where there is none, the answer to "help" is. `installer` is a display name. */
  welcome?(who: Who, installer: string | null): Promise<Answer>;
}

/** Answer → the JSON of an Adaptive Card. */
export type Render = (answer: Answer) => object;
