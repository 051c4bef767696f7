import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const FOLDER = path.join(__dirname, '..', 'language', 'golden');
const lineSchema = z.looseObject({ q: z.string(), after: z.array(z.string()).optional(), query: z.looseObject({ intent: z.string() }).nullish() });
/** What is set up on the way would be posted among what is counted. */
const COMMANDS = new Set(['digest', 'watch', 'follow']);

/** The golden questions, each with what is asked before it; commands are left out. */
export function goldenQuestions(): readonly (readonly string[])[] {
  return readdirSync(FOLDER).sort().flatMap((name) => readFileSync(path.join(FOLDER, name), 'utf8').trim().split('\n').flatMap((line) => {
    const { q, after = [], query } = lineSchema.parse(JSON.parse(line));
    return COMMANDS.has(query?.intent ?? '') ? [] : [[...after, q]];
  }));
}
