import type { Unit } from '../catalogue/metric';

/** A number as a document prints it. */
export interface PrintedNumber {
  /** In the metric's own unit: a share for a ratio, pounds for money. */
  readonly value: number;
  /** Decimal places printed, of the percentage where it is one. */
  readonly decimals: number;
  /** Half a unit of the last place printed: what lies closer prints the same. */
  readonly within: number;
}

const NUMBER = /^(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<decimals>\d+))?(?<scale>k|m|bn)?(?<percent>%)?$/i;
const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };
/** A share beyond this is a percentage without its sign; utilisation may well be over 1. */
const LARGEST_SHARE = 1.5;

/**
 * Reads "6.5%", "£1,234", "(355)", "-0.4", "£5.7m". Brackets mean less than nought.
 * @returns the number; or what is wrong with it, in words that follow it: "is not a number".
 */
export function readPrinted(text: string, unit: Unit): PrintedNumber | string {
  const bare = text.replace(/[\s£]/g, '').replace(/^[−–]/, '-');
  const inBrackets = /^\((.*)\)$/.exec(bare)?.[1];
  const found = NUMBER.exec((inBrackets ?? bare).replace(/^[-+]/, ''));
  if (found?.groups === undefined || (inBrackets !== undefined && /^[-+]/.test(inBrackets))) {
    return 'is not a number';
  }
  const { digits = '', decimals = '', scale, percent } = found.groups;
  if (percent !== undefined && unit !== 'ratio') {
    return 'is a percentage, which this measure is not';
  }
  const size = scale === undefined ? 1 : SCALES[scale.toLowerCase()] ?? 1;
  const parts = percent === undefined ? 1 : 100;
  const value = (Number(`${digits.replaceAll(',', '')}.${decimals || '0'}`) * size) / parts;
  if (unit === 'ratio' && percent === undefined && value > LARGEST_SHARE) {
    return `is not a share; write ${text.trim()}% or ${value / 100}`;
  }
  const isNegative = inBrackets !== undefined || bare.startsWith('-');
  // A share written without its sign has two places fewer as a percentage.
  const shown = unit === 'ratio' && percent === undefined ? Math.max(0, decimals.length - 2) : decimals.length;
  return { value: isNegative ? -value : value, decimals: shown, within: (0.5 * size) / (parts * 10 ** decimals.length) };
}

/** Slack for what binary fractions cannot say, as a share of the half unit. */
const SLACK = 1e-6;

/** Whether a number of our own prints as theirs does, to half a unit of their last place. */
export function printsAs(ours: number, theirs: PrintedNumber): boolean {
  return Math.abs(ours - theirs.value) <= theirs.within * (1 + SLACK);
}
