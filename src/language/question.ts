import type { Query } from '../engine/query';

/** Who asked: an Entra object id and the tenant it belongs to, or the local user of the command line. */
export interface Asker {
  readonly id: string;
  readonly name: string | null;
  readonly tenant: string | null;
}

/** The id of whoever reads a channel or a group, and nobody in particular: for what is posted there without having been asked. */
export const AUDIENCE = '';

/** The id of whoever asks on the machine itself and does not say who they are. */
export const OPERATOR = 'terminal';

/** Where it was asked. A channel and a group are shared places: others read the answer. */
export interface Place {
  readonly kind: 'personal' | 'group' | 'channel' | 'terminal';
  readonly id: string;
  /** The ids of the team that a channel is in, by thread and by Entra group, as far as they are known. */
  readonly teams?: readonly string[];
  /** Set where others than the members of a team or a chat may read: a channel shared with other teams, and the chat of a meeting. */
  readonly isMixed?: true;
}

/** The words, who asked, where and when, and what was asked just before. */
export interface Question {
  readonly text: string;
  readonly asker: Asker;
  readonly place: Place;
  /** The instant of asking, in milliseconds since 1970; days are then Europe/London. */
  readonly at: number;
  readonly context: Query | null;
  /** The options of the question back that this person was just asked here; none where there was none. */
  readonly offered?: readonly string[];
  /** Typed on the way to something else, letter by letter: nothing of it is learnt from. */
  readonly fleeting?: true;
}
