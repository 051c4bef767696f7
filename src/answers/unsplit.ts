import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Drivers } from '../engine/change';
import type { DriversAnswer } from './drivers-answer';
import { inSentence } from './names';
import { ALL_HIDDEN } from './withheld';

/** Why a change is shown whole and not in its parts, as one sentence. */
export function unsplitWords(catalogue: Catalogue, metric: Metric, { unsplit, period }: Drivers): string {
  switch (unsplit) {
    case 'not-over-time': return 'Not split: only a change over time, or the distance from a target, can be split into its parts.';
    case 'nothing-before': return period === null ? 'Nothing is held to set it against.' : `Nothing is held of ${period.label} to set it against.`;
    case 'hidden-before': return `${period === null ? 'What it would be set against' : period.label} is hidden, because ${ALL_HIDDEN}, so the change cannot be told.`;
    case 'does-not-add-up': return `Not split: ${whyNot(metric)}, so no part of it can be said to have done so much of the change.`;
    case 'printed': return 'Not split: only what documents print of it is held.';
    case 'target-of-a-sum': return 'Not split: the target is one number for the whole, and no part has a share of it.';
    case 'overlapping': return 'Not split: the parts asked for lie inside each other and do not add up.';
    case 'not-held-by': return 'Not split: the parts asked for are not held for both stretches of time.';
    case 'no-dimension': return `Not split: ${inSentence(metric.name)} has no ${openNames(catalogue)} of its own that is held for both stretches of time.`;
    case null: return '';
  }
}

function whyNot(metric: Metric): string {
  switch (metric.kind) {
    case 'median': return 'a median is not the sum of its parts';
    case 'published': return 'it is a figure that somebody else publishes';
    case 'opportunity': return 'an opportunity is worked out at each level by itself';
    case 'ratio':
    case 'count':
    case 'difference': return 'it is a mean of months and no quotient';
  }
}

function openNames({ dimensions }: Catalogue): string {
  const names = ['specialty', 'cmg', 'site'].flatMap((id) => dimensions.get(id)?.name ?? []).map(inSentence);
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
}

/** What goes with every explanation: it says where and, unless the answer says it, that chance is not ruled out. */
export function whereNotWhy({ with: kind }: Pick<DriversAnswer, 'with'>, isJudged: boolean): string {
  return kind === 'target'
    ? 'This says where the distance from the target lies, not why.'
    : `This says where the change lies, not why.${isJudged ? '' : ' One period against another is often no more than chance.'}`;
}
