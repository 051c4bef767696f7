import type { Reading } from '../reading';
import { offered, optionsNeeded, thatRead, typedWords, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import { asUnderstood } from './as-understood';
import { unknown } from './not-understood';
import { leadingMetrics } from './leading';
import { orderAsNamed } from './named-by-opposite';
import { likelyMeasures } from './likely-measures';
import { countOfLines } from './line-of-activity';
import { anyHeld, asked, sheetsNamed } from './scorecards';
import { dimensionWords, metricWords, plainQuestion } from './wording';

/** A question that says whom or when and not what: asked back with whole questions. */
export function noMetric(one: Case): Reading | null {
  const { frame } = one;
  if (frame.metrics.length > 0) {
    return null;
  }
  const said = frame.main.values.length + frame.main.periods.length + frame.groups.length + frame.by.length + frame.bare.length > 0 || frame.main.scopes.length > 0;
  const isOfAll = frame.main.values.length + frame.groups.length + frame.by.length + frame.bare.length + frame.main.scopes.length === 0;
  if (isOfAll && plays(frame, 'doing')) {
    const sheets = [...one.ground.catalogue.scorecards.values()].filter((scorecard) => scorecard.judged && scorecard.sections.every((section) => 'lines' in section) && anyHeld(one, scorecard));
    const lists = thatRead(sheets.map((scorecard) => asked(one, scorecard)), one.again, 5);
    return lists.length === 0 ? null : { kind: 'clarify', ask: 'On which scorecard?', options: lists, query: null };
  }
  if (!said) {
    return unknown('nothing-asked', 'Ask for a measure, and if you like a specialty, a site and a time.', [], offered(one, leading(one)));
  }
  const sheets = sheetsNamed(one, { softly: true }).filter(({ scorecard }) => anyHeld(one, scorecard)).map(({ scorecard }) => asked(one, scorecard));
  const line = countOfLines(one);
  const counted = line === undefined ? [] : [plainQuestion(one, line.id) ?? ''];
  const likely = one.offers ? likelyMeasures(one, []) : { questions: [], enough: false };
  const options = thatRead([...sheets, ...counted, ...(likely.enough ? likely.questions : []), ...leading(one), ...likely.questions], one.again, optionsNeeded(one));
  const whom = frame.main.values.map(({ name }) => name).join(', ');
  const ask = whom === '' ? 'Which measure do you mean?' : `Which measure for ${whom}?`;
  return options.length > 0 ? { kind: 'clarify', ask, options, query: null } : unknown('nothing-asked', ask, [], []);
}

/** Most measures that are tried where none was named. */
const MOST_LED = 10;

/** Questions for the leading metrics, with the filters and the period of the case. */
function leading(asked: Case): readonly string[] {
  // "Tell me about outpatients" wants figures, where no measure is named that could be explained.
  const one = { ...asked, frame: { ...asked.frame, roles: new Map([...asked.frame.roles].filter(([role]) => role !== 'define')) } };
  const by = one.frame.by.map((id) => ` by ${dimensionWords(one.ground.catalogue, id)}`).slice(0, 1).join('');
  return leadingMetrics(one).slice(0, MOST_LED).flatMap(({ id }) => {
    const plain = plainQuestion(one, id);
    return asUnderstood(one, id) ?? (plain === null ? [] : [`${plain}${by}`]);
  });
}

/** "Worst for DNA", "DNA over 8%", "breakdown of DNA": of what is asked back. */
export function ofWhat(one: Case, by: readonly string[]): Reading | null {
  const { frame, ground } = one;
  const { having } = frame;
  // "Our biggest loss maker" is the lowest surplus.
  const order = orderAsNamed(one, frame.order);
  const splits = order !== null || having.length > 0 || plays(frame, 'breakdown', 'ranked');
  const [metric] = frame.metrics;
  if (!splits || by.length > 0 || metric === undefined) {
    return null;
  }
  // "Which eye clinic": what stands in the question, be it as a part of a name, is likelier than what does not.
  const isNamed = (id: string): boolean => one.folded.includes(dimensionWords(ground.catalogue, id));
  // Within one group there is nothing to put in order by group.
  const isOne = (id: string): boolean => frame.main.values.filter(({ dimension }) => dimension === id).flatMap(({ keys }) => keys).length === 1;
  const dimensions = (ground.catalogue.metrics.get(metric)?.dimensions ?? []).filter((id) => ground.catalogue.dimensions.get(id)?.restricted !== true && !isOne(id))
    .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  const plain = plainQuestion(one, metric) ?? '';
  const bound = having[0] === undefined ? '' : ` ${typedWords(one.words, having[0].span)}`;
  const options = dimensions.slice(0, 4).map((id) => {
    const many = dimensionWords(ground.catalogue, id, true);
    const lead = order === null ? '' : `${order} ${frame.limit === null ? '' : `${frame.limit} `}`;
    return order === null && bound === '' ? `${plain} by ${dimensionWords(ground.catalogue, id)}` : `${bound === '' ? lead : `which ${many} have `}${bound === '' ? `${many} for ` : ''}${plain}${bound}`;
  });
  return { kind: 'clarify', ask: `${order === null ? 'By' : 'Ranked by'} which part?`, options: thatRead(options, one.again, optionsNeeded(one)), query: null };
}

/** A dimension that stands in a question without saying whether to split by it. */
export function unsureDimension(one: Case, unsure: readonly { readonly dimension: string }[]): Reading | null {
  const [first] = unsure;
  const plain = plainQuestion(one, one.frame.metrics[0]);
  if (first === undefined || plain === null) {
    return null;
  }
  const words = dimensionWords(one.ground.catalogue, first.dimension);
  const options = thatRead([`${plain} by ${words}`, plain], one.again);
  return { kind: 'clarify', ask: `Split ${metricWords(one.ground.catalogue, one.frame.metrics[0] ?? '')} by ${words}?`, options, query: null };
}
