import { financialYear } from '../../calendar/financial-year';

/** Prices of each financial year against 2019/20 as 100: the illustrative index of the demonstration trust's own configuration. */
const PRICE_LEVELS: Readonly<Record<number, number>> = {
  2019: 100, 2020: 102.8, 2021: 105.1, 2022: 111.9, 2023: 118.6, 2024: 122.7, 2025: 126.4, 2026: 129.6, 2027: 132.4,
};

/** Pounds of a month, YYYY-MM, in prices of 2019/20. */
export function deflated(pounds: number, month: string): number {
  return pounds / levelOf(month);
}

/** Pounds in prices of 2019/20 as pounds of a month, YYYY-MM. */
export function priced(pounds: number, month: string): number {
  return pounds * levelOf(month);
}

function levelOf(month: string): number {
  const year = financialYear(`${month}-01`);
  const last = Math.max(...Object.keys(PRICE_LEVELS).map(Number));
  return (PRICE_LEVELS[Math.min(year, last)] ?? 100) / 100;
}
