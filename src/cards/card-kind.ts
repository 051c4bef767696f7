/** The cards there are; each is a template of its name in the templates folder. */
export const CARD_KINDS = [
  'value', 'trend', 'breakdown', 'comparison', 'measures', 'scorecard', 'peers', 'on-the-day', 'drivers', 'projection', 'definition', 'working', 'clarify', 'unknown', 'help', 'error',
] as const;
export type CardKind = (typeof CARD_KINDS)[number];
