import type { Answer } from '../../answers/answer';
import { buttonRows, nextButtons, questionButtons, type Button, type ButtonRow } from '../card-actions';
import type { CardDetail } from '../card-detail';
import { shortened, plainText } from '../card-text';
import { frame, lines, safe, type Frame, type Line } from './frame';

/** Sentences and buttons: help, greeting, freshness, unknown, no data, refused, and a fault. */
export interface LinesView extends Frame {
  readonly lines: readonly Line[];
}

/** Whole questions that would be answered come before the answer's own next steps, together at most four. */
export function linesView(answer: Answer, detail: CardDetail): LinesView {
  const questions = questionButtons(answer.options, detail.actions);
  const next = nextButtons(answer.next, detail.actions - questions.length);
  return {
    ...frame(answer, detail),
    lines: lines([...answer.lines, ...wherePartShown(questions, answer.options)], detail, detail.rows),
    actions: buttonRows([...questions, ...next]),
  };
}

/** The questions in full, where a button had no room for one. */
function wherePartShown(buttons: readonly Button[], options: readonly string[]): readonly string[] {
  return buttons.some(({ title }) => title.endsWith('…')) ? options.slice(0, buttons.length) : [];
}

/** One short question and its readings, one under the other; nothing else but that the data is synthetic, where it is. */
export interface ClarifyView {
  readonly verdict: string;
  readonly speech: string;
  readonly full: readonly Line[];
  readonly more: string;
  readonly notice: string;
  readonly actions: readonly ButtonRow[];
}

export function clarifyView(answer: Answer, detail: CardDetail): ClarifyView {
  const most = Math.max(1, detail.actions);
  const questions = questionButtons(answer.options, most);
  const more = answer.options.length - questions.length;
  return {
    verdict: safe(answer.headline, detail),
    speech: shortened(plainText(answer.headline), 600),
    full: lines(wherePartShown(questions, answer.options), detail, most),
    more: more === 0 ? '' : safe(`Or say: ${answer.options.slice(-more).map((option) => `“${option}”`).join(' or ')}`, detail),
    notice: safe(answer.notice ?? '', detail, 200),
    actions: questions.map((question) => ({ buttons: [question] })),
  };
}
