import { z } from 'zod';
import { existingDay } from '../calendar/day';

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;

function isDay(text: string): boolean {
  const [, year, month, day] = WRITTEN.exec(text) ?? [];
  return existingDay(Number(year), Number(month), Number(day)) === text;
}

/** A day as a configuration file writes it, YYYY-MM-DD, that the calendar has: 2024-02-31 is none. */
export const writtenDay = z.string().refine(isDay, 'Write a day that exists as year-month-day, such as 2024-04-01');
