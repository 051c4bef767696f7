import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotReady, prepare, root, seconds } from '../deployment/prepare.mjs';

// `npm test`: types, lint and every jest test. The last line adds them all up; types and lint count as one each.
// With `--on-another-node`, after a whole run on one Node: what meets what Node brings (its files, network, processes and
// time zones, and the native packages built for it), down to `npm start` in a browser.

const bin = (...path) => join(root, 'node_modules', ...path);
const reports = mkdtempSync(join(tmpdir(), 'tally-test-'));
const onAnotherNode = process.argv.includes('--on-another-node');
const MEETS_NODE = '/test/(browser/playground|calendar|cards/charts|cli/(ask|backup)|config|delivery/pace|deployment/(container|start)|extracts/(formats|keeper)|http|monitoring|road/ask|store|teams/(authentication|create-bot))[/.]';
/** Tests that wait by the minute for a program to look again at its files: beside the others they cost little. */
const WAITING = '/test/faults/(as-it-runs|refused-extract)[.]';
/** Milliseconds jest may live on after its report: longer, and a test left something open. */
const LINGERING = 20_000;
const total = { passed: 0, failed: 0, skipped: 0 };

try {
  prepare((line) => console.log(line));
  await (onAnotherNode ? jest('tests', ['--maxWorkers=2', '--testPathPatterns', MEETS_NODE]) : Promise.all([jest('tests that wait', ['--maxWorkers=1', '--testPathPatterns', WAITING]), others()]));
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(error.message);
  total.failed += 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped === 0 ? '' : `, ${total.skipped} skipped`}`);

async function others() {
  await Promise.all([
    check('types', [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.']),
    check('lint', [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0']),
  ]);
  await jest('tests', ['--maxWorkers=3', '--testPathIgnorePatterns', WAITING, '/node_modules/']);
}

async function check(name, args) {
  const began = Date.now();
  const { code, output } = await node(args, { quietly: true });
  if (code === 0) total.passed += 1;
  else total.failed += 1;
  process.stdout.write(code === 0 ? `${name}: passed in ${seconds(began)}\n` : `${name}: failed\n${output}`);
}

async function jest(name, args) {
  const began = Date.now();
  const file = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const { code } = await node([bin('jest', 'bin', 'jest.js'), '--json', `--outputFile=${file}`, ...args], { quietly: false, finished: file });
  const report = reportIn(file);
  if (report === null) {
    // jest itself fell over before it could count.
    total.failed += 1;
    console.log(`jest ended with exit code ${code} and no report`);
    return;
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  total.passed += report.numPassedTests;
  // A run that jest calls failed, or that did not end by itself, fails here too, whatever its counts.
  total.failed += code !== 0 && failed === 0 ? 1 : failed;
  const skipped = report.testResults.flatMap((suite) => suite.assertionResults).filter(({ status }) => status === 'pending' || status === 'todo');
  total.skipped += skipped.length;
  for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
  console.log(`${name}: ${report.numPassedTests} passed, ${failed} failed in ${seconds(began)}`);
}

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Runs a Node program from the root; jest's own account goes to standard error, and is shown as it comes.
 * `finished` names the file whose writing is the program's last act.
 */
function node(args, { quietly, finished = null }) {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, env: onAnotherNode ? { ...process.env, TALLY_TEST_ANOTHER_NODE: '1' } : process.env, stdio: ['ignore', 'pipe', quietly ? 'pipe' : 'inherit'] });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr?.on('data', (part) => parts.push(part));
    let lingering;
    const watch = setInterval(() => {
      if (finished === null || !existsSync(finished)) return;
      clearInterval(watch);
      lingering = setTimeout(() => {
        console.log('jest finished and did not end: a test left something open');
        child.kill('SIGKILL');
      }, LINGERING);
    }, 1000);
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(watch);
      clearTimeout(lingering);
      settle({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8') });
    });
  });
}
