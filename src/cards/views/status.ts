import type { Status } from '../../answers/answer';
import type { MayTurn } from '../../answers/may-turn';

/** A status in words, with the colour that stands beside the words and never instead of them. */
export interface StatusView {
  readonly words: string;
  /** Badge style. */
  readonly style: 'Good' | 'Attention' | 'Subtle';
  /** TextBlock colour. */
  readonly colour: 'Good' | 'Attention' | 'Default';
}

const STYLES = {
  'on-target': { style: 'Good', colour: 'Good' },
  'off-target': { style: 'Attention', colour: 'Attention' },
  none: { style: 'Subtle', colour: 'Default' },
} as const;

/** A verdict that may yet turn says so, and has no colour of its own. */
export function provisionalView(status: Status, words: string, mayTurn: boolean): StatusView {
  return mayTurn ? { words: `${words}, provisional`, ...STYLES.none } : statusView(status, words);
}

export function statusView(status: Status, words: string): StatusView {
  return { words, ...STYLES[status] };
}

/** The status of one row; a row without a target says nothing rather than the same words every time. */
export function rowStatus(status: Status, mayTurn?: MayTurn): StatusView {
  return provisionalView(status, { 'on-target': 'On target', 'off-target': 'Off target', none: '' }[status], mayTurn !== undefined && mayTurn === status);
}
