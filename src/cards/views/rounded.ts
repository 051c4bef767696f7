/** Said where numbers that stand beside each other visibly do not add up, for each of them is rounded by itself. */
export const ROUNDED = 'Rounded: parts may not add up';

const PRINTED = /£?([\d,]+(?:\.\d+)?)(m?)/;

/** What a reader reads: "(£9,276,693)" and "275 below" are less than nought; null where there is no number. */
function printed(words: string): { readonly value: number; readonly unit: string } | null {
  const [, digits, unit = ''] = PRINTED.exec(words) ?? [];
  return digits === undefined ? null : { value: (/^[(−]|below/.test(words) ? -1 : 1) * Number(digits.replace(/,/g, '')), unit };
}

/**
 * Whether printed numbers visibly come to another sum than the one that is printed beside them. Numbers that are printed
 * to different units ("£24.1m" and "£44,493") are not added up by anybody, and neither is what holds no number.
 *
 * @param parts as printed; @param whole likewise
 */
export function isVisiblyOut(parts: readonly string[], whole: string): boolean {
  const [sum, ...read] = [whole, ...parts].map(printed);
  if (sum === null || sum === undefined || read.some((part) => part === null || part.unit !== sum.unit)) {
    return false;
  }
  return Math.abs(read.reduce((total, part) => total + (part?.value ?? 0), 0) - sum.value) > SLACK;
}

/** Half of the last decimal that is printed anywhere. */
const SLACK = 0.005;

/** The same of two of which one is taken off the other: "£35,883,102", "£45,072,046", "(£9,188,945)". */
export const isDifferenceOut = (from: string, off: string, difference: string): boolean => isVisiblyOut([from, `−${off}`], difference);
