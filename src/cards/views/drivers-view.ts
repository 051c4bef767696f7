import type { Answer, MetricAnswer } from '../../answers/answer';
import { WHY_HIDDEN, WITHHELD } from '../../answers/withheld';
import { othersAfter } from '../../answers/contribution';
import type { ChangeSide, DriverRow, DriversAnswer } from '../../answers/drivers-answer';
import { targetAndPath } from '../../answers/target-and-path';
import type { CardDetail } from '../card-detail';
import { capitalised, plainText } from '../card-text';
import { frame, lines, safe, type Frame, type Line } from './frame';
import { statusView, type StatusView } from './status';
import { rivalsOnly, targetNotes, withoutCourses } from './value-view';

interface SideView {
  readonly label: string;
  readonly value: string;
}

interface PartView {
  readonly label: string;
  /** What the part did to the whole, signed. */
  readonly value: string;
  /** The part's own figures before and after, and what its effect comes to in what is counted. */
  readonly under: string;
}

/** Where a change lies: both figures, then the parts that did most to it, the others as one, and the whole. */
export interface DriversView extends Frame {
  readonly name: string;
  readonly status: StatusView;
  readonly from: SideView;
  readonly to: SideView;
  readonly change: string;
  /** "What each specialty did, in percentage points"; empty where the change is not split. */
  readonly caption: string;
  readonly rows: readonly PartView[];
  readonly hidden: string;
  /** With an empty label where there is none. */
  readonly others: PartView;
  readonly total: PartView;
  readonly notes: readonly Line[];
  readonly targetNotes: readonly Line[];
  readonly working: string;
}

/** Parts named on a card; the rest of them are one line. */
const NAMED = 6;

const NONE: PartView = { label: '', value: '', under: '' };


export function driversView(answer: Answer, metric: MetricAnswer, drivers: DriversAnswer, detail: CardDetail): DriversView {
  const shown = drivers.parts.slice(0, Math.min(NAMED, detail.rows));
  const others = othersAfter(drivers, shown.length);
  const isSplit = drivers.parts.length > 0;
  return {
    ...frame(answer, detail),
    name: safe(metric.name, detail, 160),
    status: statusView(metric.status, plainText(metric.statusWords)),
    from: sideView(drivers.from, detail),
    to: sideView(drivers.to, detail),
    // From a target to a figure nothing went up or down: it is over or under. What went up or down the verdict says.
    change: metric.target === null ? '' : safe(drivers.with === 'target' ? capitalised(metric.target.gapWords) : [`Target ${metric.target.words}: ${metric.target.gapWords}`, ...targetAndPath(metric.target)].join('. '), detail, 240),
    caption: isSplit ? safe(captionOf(drivers, metric), detail, 240) : '',
    rows: shown.map((row) => partView(row, drivers, detail)),
    hidden: hiddenWords(drivers, shown.length, detail),
    others: others === null ? NONE : { label: others.label, value: safe(others.display, detail, 24), under: underOf('', others.casesDisplay, drivers, detail) },
    total: isSplit ? { label: 'Overall', value: safe(drivers.total.display, detail, 24), under: underOf('', drivers.total.casesDisplay, drivers, detail, ` ${drivers.counts}`) } : NONE,
    notes: lines([isSplit && !addsUp(shown, others, drivers) ? 'Rounded: the lines need not add up exactly to the last of them' : '', isSplit ? drivers.countedWords : '', metric.basis].filter((words) => words !== ''), detail, 3),
    targetNotes: metric.target === null ? [] : lines(targetNotes(withoutCourses(rivalsOnly(metric.target))), detail, 3),
    working: safe(metric.working, detail, 300),
  };
}

/** Whether what is printed of the parts adds up to what is printed of the whole; what is hidden or holds no number adds nothing. */
function addsUp(shown: readonly DriverRow[], others: ReturnType<typeof othersAfter>, { total }: DriversAnswer): boolean {
  const printed = (words: string): number | null => (/\d/.test(words) ? Number(words.replace('−', '-').replace(/[^\d.-]/g, '')) : null);
  return (['display', 'casesDisplay'] as const).every((of) => {
    const parts = [...shown.map((row) => printed(row[of])), ...(others === null ? [] : [printed(others[of])])];
    const whole = printed(total[of]);
    return whole === null || parts.includes(null) || Math.abs(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) - whole) < 1e-6;
  });
}

/** "How much each specialty moved the overall rate, in percentage points; beside it …": what a part did to the whole is not how far it moved itself. */
function captionOf({ with: kind, split, plural, unit, from, counts, total }: DriversAnswer, metric: MetricAnswer): string {
  const whole = metric.unit === 'ratio' ? 'rate' : 'figure';
  const what = kind === 'target' ? `How far from target by ${plural}` : `How much each ${split} moved the overall ${whole}`;
  const than = kind === 'target' ? 'on target' : `at the ${whole} of ${from.label}`;
  return `${unit === '' ? what : `${what}, in ${unit}`}${total.casesDisplay === '' ? '' : `; and how many more or fewer ${counts} that is than ${than}`}`;
}

/** What a star, or the word, stands for; empty where nothing is hidden. */
function hiddenWords({ parts, isRounded }: DriversAnswer, shown: number, detail: CardDetail): string {
  const isStarred = parts.some(({ suppressed }, at) => suppressed && (at < shown || isRounded === true || parts.length - shown < 2));
  return isStarred ? WITHHELD.replace('*', '\\*') : parts.some(({ suppressed }) => suppressed) ? safe(WHY_HIDDEN, detail, 240) : '';
}

const sideView = ({ label, display }: ChangeSide, detail: CardDetail): SideView => ({ label: safe(capitalised(label), detail, 120), value: safe(display, detail, 40) });

function partView(row: DriverRow, drivers: DriversAnswer, detail: CardDetail): PartView {
  return {
    label: safe(row.label, detail, 90),
    value: safe(row.display, detail, 24),
    under: row.suppressed ? '' : underOf(`${row.fromDisplay} to ${row.toDisplay}`, row.casesDisplay, drivers, detail),
  };
}

/** "6.2% to 6.9% · 112 more"; where the parts are held to a target, its own figure alone. */
function underOf(figures: string, cases: string, { with: kind }: DriversAnswer, detail: CardDetail, counts = ''): string {
  const own = kind === 'target' ? figures.replace(/^.* to /, '') : figures;
  const moved = /^([+−])(.*)$/.exec(cases);
  const than = moved === null ? '' : `${moved[2] ?? ''} ${moved[1] === '+' ? 'more' : 'fewer'}${counts}`;
  return safe([own, than].filter((words) => words !== '').join(' · '), detail, 120);
}
