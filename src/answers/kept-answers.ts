import NodeCache from 'node-cache';
import type { Answer } from './answer';

const MOST = 2_000;
const SECONDS = 3_600;

/** Answers to questions that were asked before of the same snapshot. One that serves no longer is not asked again, so that none of its answers is kept. */
export class KeptAnswers {
  readonly #kept = new NodeCache({ stdTTL: SECONDS, useClones: false, checkperiod: 0 });
  #snapshot = '';

  of(snapshot: string, question: string): Answer | undefined {
    return snapshot === this.#snapshot ? this.#kept.get<Answer>(question) : undefined;
  }

  keep(snapshot: string, question: string, answer: Answer): void {
    if (snapshot !== this.#snapshot || this.#kept.keys().length >= MOST) {
      this.#kept.flushAll();
      this.#snapshot = snapshot;
    }
    this.#kept.set(question, answer);
  }
}
