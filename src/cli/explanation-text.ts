import type { Explanation } from '../language/explain';
import { textTable } from './text-table';

const COLUMNS = [{ head: 'Words', right: false }, { head: 'Taken as', right: false }];

/** How a question was understood, as text: the wording that was read, what each of its words became, and what was decided. */
export function explanationAsText(question: string, { readAs, words, left, notes, decided }: Explanation): string {
  return [
    `> ${question}`,
    ...(readAs === '' || readAs === question ? [] : [`Read as: ${readAs}`]),
    ...textTable(COLUMNS, words.map(({ typed, as }) => [typed, as])).map((line) => `  ${line}`),
    ...(left.length === 0 ? [] : [`Left: ${left.join(', ')}`]),
    ...notes,
    `Decided: ${decided}`,
    '',
    '',
  ].join('\n');
}
