import type { Meaning } from '../vocabulary/meaning';

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['zero', 0], ['nought', 0], ['one', 1], ['two', 2], ['three', 3], ['four', 4], ['five', 5], ['six', 6], ['seven', 7], ['eight', 8], ['nine', 9], ['ten', 10],
  ['eleven', 11], ['twelve', 12], ['fifteen', 15], ['twenty', 20], ['thirty', 30], ['forty', 40], ['fifty', 50], ['hundred', 100],
]);

/** What is written short of sums of money. */
const TIMES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

/** A word as a number: "8", "8.5%", "£1,200", "five", "80s" (plural, as in an age); or two ages, "18-64". Undefined for anything else. */
export function numberMeaning(word: string): Meaning | undefined {
  const named = NUMBERS.get(word);
  if (named !== undefined) {
    return { kind: 'number', value: named, percent: false, pounds: false, plural: false };
  }
  const ages = /^(\d{1,2})-(\d{1,3})$/.exec(word);
  if (ages !== null && Number(ages[1]) < Number(ages[2]) && Number(ages[2]) <= 120) {
    return { kind: 'ages', from: Number(ages[1]), to: Number(ages[2]) };
  }
  const match = /^(£?)(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,4})?(%|pc|s|\+|k|m|bn)?$/.exec(word);
  const times = TIMES[match?.[4] ?? ''] ?? 1;
  // "£5m" is money; "5m" may be a month.
  if (match === null || (times !== 1 && match[1] !== '£')) {
    return undefined;
  }
  return {
    kind: 'number',
    value: Number((Number(`${(match[2] ?? '').replaceAll(',', '')}${match[3] ?? ''}`) * times).toPrecision(12)),
    percent: match[4] === '%' || match[4] === 'pc',
    pounds: match[1] === '£',
    plural: match[4] === 's' || match[4] === '+',
  };
}
