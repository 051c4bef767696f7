/** The ground of the card that a picture stands on. */
export type Ground = 'light' | 'dark';

/** What a picture is drawn in, so that it reads on its ground. */
export interface ChartInk {
  /** What the picture lays under itself. */
  readonly ground: string;
  /** The ground let through a little: behind words, and inside what is hollow. */
  readonly behind: string;
  readonly hollow: string;
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  readonly line: string;
  readonly target: string;
  readonly own: string;
  readonly process: string;
  /** The colours of Making Data Count, each with an edge that stands out of the ground. */
  readonly special: Readonly<Record<'improvement' | 'concern' | 'neutral', { readonly color: string; readonly edge: string }>>;
}

/**
 * On white everything but the grid has a contrast of 4.5 to 1, and brings its ground with it: a client that knows one picture
 * alone may show it on any. On dark there is no ground but the card's own, which Teams draws in #292929, in #1f1f1f or, in
 * high contrast, in black; the contrast is the same on each.
 */
export const CHART_INK: Readonly<Record<Ground, ChartInk>> = {
  light: {
    ground: '#ffffff', behind: '#ffffffd9', hollow: '#ffffff', text: '#212b32', quiet: '#4c6272', grid: '#d8dde0', line: '#005eb8', target: '#8a3b00', own: '#7c2855', process: '#425563',
    special: { improvement: { color: '#00b0f0', edge: '#005eb8' }, concern: { color: '#e46c0a', edge: '#8a3b00' }, neutral: { color: '#490092', edge: '#490092' } },
  },
  dark: {
    ground: 'transparent', behind: '#292929d9', hollow: '#292929', text: '#ffffff', quiet: '#b8c4cc', grid: '#4a4f54', line: '#6cb2ff', target: '#ffb27a', own: '#f5a3cf', process: '#a9bac8',
    special: { improvement: { color: '#00b0f0', edge: '#a6e2ff' }, concern: { color: '#e46c0a', edge: '#ffb27a' }, neutral: { color: '#a97be0', edge: '#dcc8ff' } },
  },
};
