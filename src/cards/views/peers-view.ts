import type { Answer, MetricAnswer } from '../../answers/answer';
import type { PeerStanding } from '../../answers/peer-standing-answer';
import type { CardDetail } from '../card-detail';
import { plainText, shortened } from '../card-text';
import { onBothGrounds, type ChartAddress } from '../charts/chart-address';
import type { FunnelSpec } from '../charts/funnel-spec';
import { frame, safe, type Frame } from './frame';

/** A place among peers: the position in words, the figure with the spread it is held in, then every provider. Never judged by colour. */
export interface PeersView extends Frame {
  readonly name: string;
  readonly value: string;
  /** The position, in words; then the rank, as far as it can be told. */
  readonly words: string;
  readonly rank: string;
  /** The funnel as a picture, with the verdict as its text; empty where the position is not told or nobody could fetch it. */
  readonly funnel: { readonly picture: string; readonly onDark: string; readonly alternative: string };
  /** What the trust's own records give for the stretch of time asked about, where the figures are of another. */
  readonly when: string;
  readonly others: readonly { readonly caption: string; readonly value: string }[];
  readonly rows: readonly { readonly label: string; readonly value: string; readonly weight: 'Default' | 'Bolder' }[];
  readonly more: string;
  readonly working: string;
}

/** How the answer marks the row of whoever asks. */
const OWN = '(this trust)';

function whenOf({ query }: Answer, metric: MetricAnswer, { own }: PeerStanding): string {
  const asked = query?.period?.label ?? '';
  const isOlder = own !== null && own.label !== asked && asked !== '' && metric.value !== null && !metric.suppressed;
  return isOlder ? `Own records, ${asked}: ${metric.display}` : '';
}

/** Where and when: the figures are of the stretch that the source has, which is often older than the one asked about. */
const scopeOf = ({ scope, query }: Answer, { own }: PeerStanding): string =>
  (own === null || scope === null ? (scope ?? '') : scope.replace(query?.period?.label ?? own.label, own.label));

export function peersView(answer: Answer, metric: MetricAnswer, peers: PeerStanding, detail: CardDetail, address: ChartAddress | null): PeersView {
  const shown = metric.rows.slice(0, detail.rows * 2);
  const more = metric.rows.length - shown.length;
  // Its figure among the others', which may be of an older stretch of time than the one asked about.
  const own = metric.rows.find(({ label }) => label.endsWith(OWN));
  return {
    ...frame({ ...answer, scope: scopeOf(answer, peers) }, detail),
    name: safe(metric.name, detail, 160),
    value: metric.suppressed || own?.suppressed === true ? 'Hidden' : safe(own?.display ?? metric.display, detail, 60),
    words: safe(peers.words, detail, 400),
    when: safe(whenOf(answer, metric, peers), detail, 200),
    rank: safe(peers.rankWords ?? '', detail, 400),
    funnel: detail.points === 0 ? NO_FUNNEL : funnelView(answer, metric, peers, address),
    others: [
      ...(peers.national === null ? [] : [{ caption: 'Nationally', value: safe(peers.national.display, detail, 60) }]),
      ...(peers.median === null ? [] : [{ caption: safe(peers.median.name, detail, 60), value: safe(peers.median.display, detail, 60) }]),
    ],
    rows: shown.map((row) => ({
      label: safe(row.label, detail, 90),
      value: row.suppressed ? '\\*' : safe(row.display, detail, 24),
      weight: row.label.endsWith(OWN) ? 'Bolder' : 'Default',
    })),
    more: more === 0 ? '' : `and ${more} more`,
    working: safe(`Peers: ${peers.source}. A place among peers is not a target.`, detail, 300),
  };
}

const NO_FUNNEL = { picture: '', onDark: '', alternative: '' } as const;

function funnelView({ headline }: Answer, metric: MetricAnswer, peers: PeerStanding, address: ChartAddress | null): PeersView['funnel'] {
  const spec = address === null || metric.suppressed ? null : funnelSpec(metric, peers);
  const pictures = spec === null || address === null ? NO_FUNNEL : onBothGrounds(spec, address);
  return pictures.picture === '' ? NO_FUNNEL : { ...pictures, alternative: shortened(plainText(headline), 500) };
}

function funnelSpec(metric: MetricAnswer, { funnel, own }: PeerStanding): FunnelSpec | null {
  const at = funnel?.points.findIndex((point) => point.own) ?? -1;
  return funnel === null || own === null || at < 0 ? null : {
    name: plainText(metric.name),
    about: plainText(`${funnel.points.length} trusts, ${own.label}`),
    unit: metric.unit,
    per: plainText(funnel.per),
    centre: funnel.centre,
    dots: funnel.points.map(({ denominator, value }) => ({ denominator, value })),
    own: { at, value: plainText(own.display) },
    curves: funnel.curves.map(({ denominator, lower95, upper95, lower998, upper998 }) => ({ denominator, limits: [lower998, lower95, upper95, upper998] })),
  };
}
