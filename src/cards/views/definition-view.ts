import type { Answer } from '../../answers/answer';
import type { DefinitionAnswer } from '../../answers/definition-answer';
import type { CardDetail } from '../card-detail';
import { capitalised } from '../card-text';
import { frame, lines, safe, type Frame, type Line } from './frame';

/** What a measure means: plain words, the fraction, what is left out, and every target beside its rivals. */
export interface DefinitionView extends Frame {
  readonly name: string;
  readonly plain: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly exclusions: readonly Line[];
  readonly targets: readonly { readonly words: string; readonly source: string }[];
  readonly better: string;
  /** A difference is one part less the other; a ratio has a line between them. */
  readonly joint: '' | 'less';
  /** What is done with the two parts. */
  readonly kind: string;
  readonly splits: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export function definitionView(answer: Answer, definition: DefinitionAnswer, detail: CardDetail): DefinitionView {
  const whole = frame(answer, detail);
  const caveats = [...new Set([...answer.lines, ...definition.caveats, ...answer.metrics.flatMap((metric) => metric.caveats)])];
  return {
    ...whole,
    name: safe(definition.name, detail, 160),
    plain: safe(definition.plain, detail),
    numerator: safe(capitalised(definition.numerator), detail, 300),
    denominator: safe(definition.sign === '−' ? (definition.denominator ?? '') : capitalised(definition.denominator ?? ''), detail, 300),
    joint: definition.sign === '−' ? 'less' : '',
    exclusions: lines(definition.exclusions, detail, detail.caveats),
    targets: definition.targets.slice(0, detail.caveats).map(({ words, source, where }) => ({
      words: safe(capitalised(where === '' ? words : `${words} · ${where}`), detail, 160),
      source: safe(source, detail, 200),
    })),
    better: safe(definition.better, detail, 160),
    splits: safe(definition.splits.join(', '), detail, 400),
    caveats: lines(caveats, detail, detail.caveats),
    kind: safe(definition.kind, detail, 200),
    facts: [
      ...definition.choices.slice(0, detail.caveats).map(({ title, words }) => ({ title: safe(title, detail, 60), value: safe(words, detail, 300) })),
      { title: 'Owner', value: safe(definition.owner, detail, 160) },
      { title: 'Source', value: safe(definition.source, detail, 300) },
      { title: 'Version', value: safe(definition.version, detail, 80) },
    ].filter(({ value }) => value !== ''),
  };
}
