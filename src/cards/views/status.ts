import type { Status } from '../../answers/answer';

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

export function statusView(status: Status, words: string): StatusView {
  return { words, ...STYLES[status] };
}

/** The status of one row; a row without a target says nothing rather than the same words every time. */
export function rowStatus(status: Status): StatusView {
  return statusView(status, { 'on-target': 'On target', 'off-target': 'Off target', none: '' }[status]);
}
