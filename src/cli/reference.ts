import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../catalogue/load';
import { exampleFiles } from './reference-files';
import { referenceTable, withReference } from './reference-table';

const ROOT = path.join(__dirname, '..', '..');
const USAGE = 'Usage: npm run reference [-- --write]   prints the table of metrics; with --write, puts it into README.md';

function run(): void {
  const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
  const { catalogue } = loadCatalogue({ trustFolder: path.join(ROOT, 'deployment', 'trust') });
  const table = referenceTable(catalogue, exampleFiles(ROOT));
  if (values.write !== true) {
    process.stdout.write(`${table}\n`);
    return;
  }
  const readme = path.join(ROOT, 'README.md');
  writeFileSync(readme, withReference(readFileSync(readme, 'utf8'), table));
  process.stdout.write(`README.md: ${catalogue.metrics.size} metrics.\n`);
}

try {
  run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
}
