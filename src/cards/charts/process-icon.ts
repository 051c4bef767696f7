import { CHART_FONT } from './chart-option';

/** The icons by which Making Data Count says what a run of figures does, and whether its target is met. Drawn here, after its vocabulary. */
export const PROCESS_ICONS = [
  'common-cause', 'improvement-high', 'improvement-low', 'concern-high', 'concern-low', 'neutral-high', 'neutral-low', 'pass', 'fail', 'hit-and-miss',
] as const;
export type ProcessIcon = (typeof PROCESS_ICONS)[number];

/** A picture of one icon, or of two side by side: what a run does, then whether its target is met. */
export interface IconSpec {
  readonly icons: readonly ProcessIcon[];
}

/** The name under which the picture is drawn: "common-cause.fail". */
export const iconName = ({ icons }: IconSpec): string => icons.join('.');

/** The picture of that name; null for any other name. */
export function iconsNamed(name: string): IconSpec | null {
  const icons = name.split('.').flatMap((part) => PROCESS_ICONS.find((icon) => icon === part) ?? []);
  return icons.length > 0 && icons.length <= 2 && iconName({ icons }) === name ? { icons } : null;
}

type Dot = readonly [x: number, y: number];
interface Face {
  readonly ink: string;
  readonly letter: string;
  /** Where the letter stands: away from the dots. */
  readonly at: Dot;
  readonly dots: readonly Dot[];
  /** How many of the last dots are in the ink of the icon. */
  readonly special: number;
}

/** Making Data Count's colours, darkened where the first of them would not stand out on white. */
const INK = { grey: '#5a6b78', blue: '#0079b0', orange: '#b85208', purple: '#490092' } as const;

const AT = [11, 18, 25, 32, 39] as const;
const along = (heights: readonly number[]): readonly Dot[] => heights.map((y, index) => [AT[index] ?? 0, y]);
const HIGH = along([33, 35, 32, 19, 15]);
const LOW = along([16, 13, 17, 30, 34]);

const high = (ink: string): Face => ({ ink, letter: 'H', at: [18, 22], dots: HIGH, special: 2 });
const low = (ink: string): Face => ({ ink, letter: 'L', at: [18, 39], dots: LOW, special: 2 });

const FACES: Readonly<Record<ProcessIcon, Face>> = {
  'common-cause': { ink: INK.grey, letter: '', at: [0, 0], dots: along([28, 20, 27, 21, 26]), special: 0 },
  'improvement-high': high(INK.blue), 'improvement-low': low(INK.blue),
  'concern-high': high(INK.orange), 'concern-low': low(INK.orange),
  'neutral-high': high(INK.purple), 'neutral-low': low(INK.purple),
  pass: { ink: INK.blue, letter: 'P', at: [24, 41], dots: along([17, 13, 17, 13, 16]), special: 5 },
  fail: { ink: INK.orange, letter: 'F', at: [24, 21], dots: along([33, 36, 32, 36, 33]), special: 5 },
  'hit-and-miss': { ink: INK.grey, letter: '?', at: [24, 21], dots: along([36, 27, 35, 27, 35]), special: 0 },
};

/** Pixels across one icon; shown at about a third of it, so that it is crisp. */
export const ICON_PIXELS = 96;

const ROUND = 48;
/** How high the line of the target lies: under what meets it, over what misses it, across what does now and then. */
const TARGETS: Readonly<Partial<Record<ProcessIcon, number>>> = { pass: 23, fail: 27, 'hit-and-miss': 31 };

/** Pixels between two of them. */
const GAP = 4;

/** The icons as SVG text: a letter for what each says, dots for how, a dashed line for the target; its colour only repeats them. */
export function iconSvg({ icons }: IconSpec): string {
  const width = icons.length * (ROUND + GAP) - GAP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${ROUND}" viewBox="0 0 ${width} ${ROUND}">`,
    ...icons.map((icon, at) => `<g transform="translate(${at * (ROUND + GAP)} 0)">${drawing(icon)}</g>`),
    '</svg>',
  ].join('');
}

function drawing(icon: ProcessIcon): string {
  const { ink, letter, at, dots, special } = FACES[icon];
  const target = TARGETS[icon];
  return [
    `<circle cx="24" cy="24" r="22.5" fill="#ffffff" stroke="${ink}" stroke-width="3"/>`,
    target !== undefined ? `<path d="M6 ${target}H42" stroke="${ink}" stroke-width="1.6" stroke-dasharray="3 2.4"/>` : '',
    `<polyline points="${dots.map((dot) => dot.join(',')).join(' ')}" fill="none" stroke="${INK.grey}" stroke-width="1.4"/>`,
    ...dots.map(([x, y], index) => `<circle cx="${x}" cy="${y}" r="2.7" fill="${index >= dots.length - special ? ink : INK.grey}"/>`),
    letter === '' ? '' : `<text x="${at[0]}" y="${at[1]}" font-family="${CHART_FONT}" font-weight="bold" font-size="17" text-anchor="middle" fill="${ink}">${letter}</text>`,
  ].join('');
}
