import type { Answer } from '../answers/answer';
import type { NextStep } from '../answers/next-step';
import { PLAIN } from '../answers/from-reading';

/** What is said to whoever commanded: that it was done, or why it was not. */
export function said(notice: string | null, headline: string, outcome: 'done' | 'unknown' | 'refused' = 'done'): Answer {
  return { ...PLAIN, outcome, headline, notice, reason: outcome === 'done' ? null : 'not-carried-out' };
}

/** A button that says something for whoever presses it. */
export const askStep = (title: string, text: string): NextStep => ({ title, step: { kind: 'ask', text } });
