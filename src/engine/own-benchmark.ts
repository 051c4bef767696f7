import type { Metric } from '../catalogue/metric';
import { narrowedBy, PEER_MEDIAN, type BenchmarkStretch } from './benchmarks';
import { NO_FIGURE } from './cell';
import { figures } from './figures';
import { isPrintedOnly } from './kinds/published';
import type { Selection } from './query';
import type { Figure } from './result';
import { UNDIVIDED, type Ground, type Slice } from './slice';

/**
 * The values of one stretch as they may be shown: below the whole trust its own value is hidden where its own figure of that
 * stretch is, or where the counts that the source gives behind it are small. The source's median of the group goes with it,
 * for beside the values of all the others it may be the trust's own. Values of other trusts and of the country stay: they are
 * of none of the trust's people.
 *
 * A benchmarking source shows a trust its own people uncut, and is no publication. Where the trust holds nobody behind a
 * measure, a source that prints it is all that there is, and has hidden itself what it had to: that stays as printed.
 *
 * Where numbers of people are rounded its own counts are, and its value is worked from them at the scale of the others'; the
 * median goes then too. A value without counts, or with nobody's to take the scale from, is hidden: it would tell them.
 */
export async function ownWithheld(ground: Ground, metric: Metric, filters: Selection, stretch: BenchmarkStretch): Promise<BenchmarkStretch> {
  const { provider } = ground.catalogue.organisation;
  const own = stretch.values.find((one) => one.provider === provider);
  const narrowed = narrowedBy(ground.catalogue, filters);
  if (own === undefined || ground.withhold === undefined || Object.keys(narrowed).length === 0 || isPrintedOnly(ground, metric)) {
    return stretch;
  }
  const slice: Slice = { from: stretch.from, to: stretch.to, grain: 'range', undated: false, filters: narrowed, excluding: {} };
  const [cell] = await figures(ground, metric, slice, UNDIVIDED);
  const given = { period: null, keys: [], missing: null, printed: null, asAt: cell?.asAt ?? null, figure: own.figure };
  const withheld = await ground.withhold(ground, metric, slice, UNDIVIDED, [given]);
  const isHidden = cell?.figure.hidden === true || withheld.some(({ figure }) => figure.hidden);
  const shown = isHidden ? HIDDEN : scaledAs(withheld[0]?.figure ?? HIDDEN, stretch.values.filter((one) => one !== own));
  return shown === own.figure ? stretch : {
    ...stretch,
    values: stretch.values.filter((one) => one.provider !== PEER_MEDIAN).map((one) => (one === own ? { ...one, figure: shown } : one)),
  };
}

const HIDDEN: Figure = { ...NO_FIGURE, hidden: true };

/** A figure whose value was worked from rounded counts at the scale at which others give theirs, such as a thousand for a rate per thousand; any other as it is. */
function scaledAs(figure: Figure, others: BenchmarkStretch['values']): Figure {
  if (figure.roundedTo === undefined || figure.denominator === null || figure.value === null) {
    return figure;
  }
  const scale = others.map((one) => scaleOf(one.figure)).find((one) => one !== null) ?? null;
  return scale === null ? HIDDEN : { ...figure, value: figure.value * scale };
}

/** What a value is of the quotient of its counts; null where it has none. */
const scaleOf = ({ numerator, denominator, value }: Figure): number | null =>
  (numerator === null || denominator === null || value === null || numerator === 0 || denominator === 0 ? null : value / (numerator / denominator));
