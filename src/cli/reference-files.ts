import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExampleFile } from './reference-table';

/** Where worked examples of metrics are kept, from the root of the repository. */
const EXAMPLES = path.join('test', 'metrics');

/** The files of worked examples below `root`, in the order of their names. */
export function exampleFiles(root: string): readonly ExampleFile[] {
  const folder = path.join(root, EXAMPLES);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).sort() : [];
  return names.map((name) => ({ path: [...EXAMPLES.split(path.sep), name].join('/'), text: readFileSync(path.join(folder, name), 'utf8') }));
}
