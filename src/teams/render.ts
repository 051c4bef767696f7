import type { Answer } from '../answers/answer';

/** Answer → the JSON of an Adaptive Card. */
export type Render = (answer: Answer) => object;
