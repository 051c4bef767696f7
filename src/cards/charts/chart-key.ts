import { periodLabel, pictureAxis, unitWords } from './chart-axis';
import type { ChartPoint, ChartSpec } from './chart-spec';

/** Pixels of a line of the key: a multiple of three, so that a taller picture has whole pixels as well. */
export const KEY_LINE = 15;

/** Letters of the key that one line of the picture holds. */
const KEY_WIDTH = 58;

/** What a mark looks like, and what it says. */
const MARK_WORDS = { concern: 'orange ◆ change for the worse', improvement: 'blue ● change for the better', neutral: 'purple ■ change' } as const;

/** Under the name: the average and the usual range, on which side the target lies where the chart holds it not, then what each mark stands for, in as many lines as it takes. */
export function keyLines(spec: ChartSpec): readonly string[] {
  const { process, points, unit } = spec;
  const kinds = (Object.keys(MARK_WORDS) as (keyof typeof MARK_WORDS)[]).filter((kind) => process?.marks.some((marked) => marked.kind === kind && marked.at < points.length));
  const key = [
    ...kinds.map((kind) => MARK_WORDS[kind]),
    ...(points.some(({ complete, value }) => !complete && value !== null) ? ['○ not final'] : []),
    ...hiddenWords(points).map((words) => `* ${words}`),
    ...eventWords(spec),
  ];
  const { beyond } = pictureAxis(spec);
  const target = spec.target === null || beyond === null ? [] : [`${spec.target.label} lies ${beyond} the chart`];
  const level = [...(process === null ? [] : `${process.words} (dashed)`.split(', ')), unitWords(unit)];
  return [...inLines(level, (at) => (at < 2 ? ', ' : ' · ')), ...target, ...inLines(key, () => ' · ')];
}

/** "hidden, not missing: 3 of 24 months", in a list of its own; an empty one where none is hidden. */
export function hiddenWords(points: readonly Pick<ChartPoint, 'period' | 'hidden'>[]): readonly string[] {
  const hidden = points.filter((point) => point.hidden === true).length;
  const [first] = points;
  const step = first === undefined || first.period.length === 7 ? 'month' : 'point';
  return hidden === 0 ? [] : [`hidden, not missing: ${hidden} of ${points.length} ${step}${points.length === 1 ? '' : 's'}`];
}

/** Parts in as many lines as it takes, none of them wider than the picture. */
function inLines(parts: readonly string[], joint: (at: number) => string): readonly string[] {
  return parts.filter((part) => part !== '').reduce<readonly string[]>((lines, part, at) => {
    const before = lines.at(-1);
    const joined = before === undefined ? part : `${before}${joint(at)}${part}`;
    return joined.length <= KEY_WIDTH ? [...lines.slice(0, -1), joined] : [...lines, part];
  }, []);
}

/** "┊ Industrial action": what the upright lines are, in the order of time; where they are of several things, each with its month. */
function eventWords({ events, points }: ChartSpec): readonly string[] {
  const named = events.filter(({ at, label }) => at < points.length && label !== '');
  return named.map(({ at, label }) => `┊ ${named.length === 1 ? '' : `${periodLabel(points[at]?.period ?? '')} `}${label}`);
}
