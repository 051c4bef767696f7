import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readQuestionFile, type ExpectedQuestion } from '../../src/cli/question-file';
import type { Query } from '../../src/engine/query';
import type { Reading } from '../../src/language/reading';
import { JULY_2024 } from './july-2024';
import { read } from './trust-language';

const FOLDER = path.join(__dirname, 'golden');

/** Questions of people who had not seen the grammar, with what each should come to, as of 11 July 2024. */
export const GOLDEN: readonly ExpectedQuestion[] = readdirSync(FOLDER).sort().flatMap((file) => readQuestionFile(readFileSync(path.join(FOLDER, file), 'utf8'), file));

/** Reads a golden question, or an option of one, after what came before it. */
export function goldenReading(text: string, before: { readonly context: Query | null; readonly offered: readonly string[] }): Reading {
  return read(text, JULY_2024, before.context, before.offered);
}

/** What a query is, whatever its periods were called when they were asked for. */
export function plainly(query: object): unknown {
  return JSON.parse(JSON.stringify(query, (field, value: unknown) => (field === 'asked' ? undefined : value)));
}
