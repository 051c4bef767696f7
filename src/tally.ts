import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { createAudit, type AuditKept } from './access/audit';
import { grantsOf } from './access/granted';
import type { Grants } from './access/permit';
import { chooseOnThreads } from './access/small-numbers/choose-on-threads';
import { createSmallNumbers } from './access/small-numbers/small-numbers';
import { createRoad, type Road, type RoadParts } from './ask';
import { londonDay } from './calendar/day';
import type { Catalogue } from './catalogue/catalogue';
import { CurrentGrants } from './catalogue/current-grants';
import { isOnTheDay } from './catalogue/tables/on-the-day';
import { generateDemonstration } from './demonstration/generate-demonstration';
import { OnTheDayKeeper, OnTheDayWriter } from './demonstration/on-the-day-keeper';
import { makeOwnFolder } from './demonstration/own-folder';
import { TallyError } from './errors';
import { openSnapshots } from './extracts/keeper';
import type { SnapshotKeeper } from './extracts/snapshot-keeper';
import { createLanguage, type Language } from './language/language';
import { createLearning, type Learning } from './learning/learning';
import type { Kept } from './learning/retention';
import { keyOf } from './store/kept-secret';
import { patternsIn } from './store/patterns-folder';
import type { Snapshot } from './engine/snapshot';

export interface TallyOptions {
  /** The trust's folder of definitions. */
  readonly configFolder: string;
  /** Where its extracts arrive; null for the demonstration trust, whose extracts are generated. */
  readonly extractsFolder: string | null;
  /** Where snapshots, and the demonstration's extracts, are kept. */
  readonly dataFolder: string;
  /** The PostgreSQL server that snapshots serve from, shared by any number of instances; the embedded engine where it is not given. */
  readonly engineUrl?: string | null;
  readonly clock: () => number;
  readonly log: Logger;
  /** Whether what is hidden of the running financial year is worked out before a snapshot serves. */
  readonly isPrepared?: boolean;
  /** Where the record of who asked what is kept, and the wall's clock for it; none is where it is not given. */
  readonly audit?: { readonly kept: AuditKept; readonly clock: () => number } | null;
  /** Told how long each step of an answer took. */
  readonly timed?: RoadParts['timed'];
  /** Where scorecards are kept under a name; none are kept where it is not given. */
  readonly frozen?: RoadParts['frozen'];
  /**
   * Where what could not be answered is kept, the wall's clock by which it is, and the secret that instances share;
   * nothing is kept where it is not given.
   */
  readonly learning?: { readonly kept: Kept; readonly clock: () => number; readonly shared?: string | null } | null;
}

/** The parts of the program that answer, put together: for main and the command line alike. */
export interface Tally {
  readonly catalogue: Catalogue;
  readonly snapshots: SnapshotKeeper;
  /** Readings of the theatre system during a day; null where the configuration maps none. */
  readonly onTheDay: SnapshotKeeper | null;
  readonly language: Language;
  readonly road: Road;
  /** Null where nothing is learnt: no store was given. */
  readonly learning: Learning | null;
  /** Who may see what, as it stands when it is asked. */
  readonly grants: Grants;
  /** Takes the grants of the configuration as they are now; where it has faults they stay as they were, and the log says so. Never throws. */
  lookAtGrants(): void;
  /** How many faults keep newer grants out. */
  refusedGrants(): number;
  /** Works out, before anybody asks, what is hidden of the snapshot that serves: seconds of work, on threads beside. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds that a query may take before it is stopped. */
const TIME_LIMIT = 10_000;

/** Threads on which what is hidden is worked out: beside the one that answers, of which there is one. */
const THREADS = 2;
/** Financial years that a chart of 24 months reads; no snapshot serves before it is known what is hidden of them. */
const YEARS_OF_A_TREND = 3;

/** Days of the demonstration kept on disk beside the one in use; each is made again in seconds when asked for. */
const DEMONSTRATIONS_KEPT = 3;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Puts the program together over one configuration. Throws CATALOGUE_INVALID and CONFIG_INVALID. */
export async function openTally({ configFolder, extractsFolder, dataFolder, engineUrl = null, clock, log, isPrepared = false, audit = null, timed, frozen = null, learning: store = null }: TallyOptions): Promise<Tally> {
  const configured = new CurrentGrants(configFolder);
  const { catalogue } = configured;
  const folder = extractsFolder ?? await extractsFolderFor({ catalogue, configFolder, dataFolder, clock, log });
  await refuseMissing(folder);
  const { nightly, onTheDay: ofTheDay } = byRhythm(catalogue);
  const heldFolder = heldFolderFor(dataFolder, configFolder, folder);
  const { provider, name } = catalogue.organisation;
  const server = engineUrl === null ? null : { url: engineUrl, provider: provider ?? name };
  const beside = isPrepared ? chooseOnThreads(THREADS) : null;
  const smallNumbers = createSmallNumbers({ kept: patternsIn(path.join(dataFolder, 'patterns'), () => Date.now()), ...(beside === null ? {} : { choose: beside.choose }) });
  const before = async (snapshot: Snapshot): Promise<void> => (isPrepared ? smallNumbers.prepare({ catalogue, snapshot }, { years: YEARS_OF_A_TREND, atOnce: THREADS }) : undefined);
  const snapshots = await openSnapshots({ before, catalogue: nightly, extractsFolder: folder, dataFolder: heldFolder, server: server && { ...server, rhythm: 'nightly' }, clock, log });
  const isMadeUp = extractsFolder === null && path.resolve(folder) === path.resolve(demonstrationFolder(dataFolder, clock));
  const readings = ofTheDay.sources.length === 0 ? null
    : isMadeUp ? await openDemonstrationDay(ofTheDay, { source: folder, dataFolder, clock, log })
      : { keeper: await openSnapshots({ catalogue: ofTheDay, extractsFolder: folder, dataFolder: onTheDayFolderFor(heldFolder), server: server && { ...server, rhythm: 'on-the-day' }, clock, log }), discard: () => Promise.resolve() };
  const onTheDay = readings?.keeper ?? null;
  const language = createLanguage(catalogue);
  const learning = store === null ? null : await openLearning(store, { catalogue, language, dataFolder, log });
  let grants = grantsOf(catalogue);
  const grantsNow: Grants = { of: (asker, place) => grants.of(asker, place) };
  const road = createRoad({ catalogue, smallNumbers, language, snapshots, onTheDay, grants: grantsNow, audit: audit === null ? null : createAudit(audit.kept, catalogue, audit.clock), frozen, learning, ...(timed === undefined ? {} : { timed }), timeLimit: TIME_LIMIT });
  const lookAtGrants = (): void => {
    const looked = configured.look();
    if (looked.kind === 'taken') {
      grants = grantsOf({ ...catalogue, grants: looked.grants });
      log.info({ code: 'GRANTS_TAKEN', grants: looked.grants.length }, 'grants were read anew; what stands under "access" is read when the program starts');
    } else if (looked.kind === 'refused') {
      // Where, and no word of what stands there, which may be somebody's id.
      log.error({ code: 'GRANTS_REFUSED', at: looked.faults.map(({ file, line }) => `${path.basename(file)}:${line}`) }, 'the configuration has faults: who may see what stays as it was; npm run check says what they are');
    }
  };
  const prepare = async (): Promise<void> => {
    const lent = await snapshots.lend();
    try {
      await (lent === null ? null : smallNumbers.prepare({ catalogue, snapshot: lent.snapshot }));
    } finally {
      lent?.release();
    }
  };
  const close = async (): Promise<void> => {
    await learning?.settled();
    await Promise.all([snapshots.close(), onTheDay?.close()]);
    await readings?.discard();
    await beside?.close();
  };
  return { catalogue, snapshots, onTheDay, language, road, learning, grants: grantsNow, lookAtGrants, refusedGrants: () => configured.faults, prepare, close };
}

/** The catalogue as each of its two rhythms needs it: what comes every night, and what comes every few minutes of a day. */
export function byRhythm(catalogue: Catalogue): { readonly nightly: Catalogue; readonly onTheDay: Catalogue } {
  const of = (wanted: boolean): Catalogue => ({ ...catalogue, sources: catalogue.sources.filter(({ table }) => isOnTheDay(table) === wanted) });
  return { nightly: of(false), onTheDay: of(true) };
}

/** Beside the nightly snapshots, so that neither ever replaces the other. */
export const onTheDayFolderFor = (heldFolder: string): string => `${heldFolder}-on-the-day`;

interface DemonstrationDay extends Pick<TallyOptions, 'dataFolder' | 'clock' | 'log'> {
  /** The folder of the demonstration's nightly extracts. */
  readonly source: string;
}

/** The readings of the demonstration trust's day, made by the clock in a folder that is thrown away afterwards. */
async function openDemonstrationDay(
  catalogue: Catalogue, { source, dataFolder, clock, log }: DemonstrationDay,
): Promise<{ readonly keeper: SnapshotKeeper; discard(): Promise<void> }> {
  const own = await makeOwnFolder(path.join(dataFolder, 'demonstration'));
  const target = path.join(own, 'extracts');
  await mkdir(target);
  const writer = new OnTheDayWriter({ source, target }, clock);
  await writer.write();
  const inner = await openSnapshots({ catalogue, extractsFolder: target, dataFolder: path.join(own, 'held'), clock, log });
  const failed = (error: unknown): void => log.warn({ err: error }, 'the extract of the day could not be made');
  return { keeper: new OnTheDayKeeper(inner, writer, failed), discard: () => rm(own, { recursive: true, force: true }) };
}

const demonstrationFolder = (dataFolder: string, clock: () => number): string => path.join(dataFolder, 'demonstration', londonDay(clock()));

interface LearningGround extends Pick<TallyOptions, 'dataFolder' | 'log'> {
  readonly catalogue: Catalogue;
  readonly language: Language;
}

async function openLearning({ kept, clock, shared = null }: NonNullable<TallyOptions['learning']>, { catalogue, language, dataFolder, log }: LearningGround): Promise<Learning> {
  return createLearning({
    kept, clock, organisation: catalogue.organisation.name, keeping: catalogue.questions, vocabulary: language.vocabulary,
    key: await keyOf('questions.key', { shared, folder: dataFolder }),
    // The store's own words alone: what was asked is never logged.
    lost: (what, error) => log.error({ code: 'NOT_KEPT', what, fault: error instanceof TallyError ? error.message : error instanceof Error ? error.name : typeof error }, 'what could not be answered was not kept'),
  });
}

async function refuseMissing(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw new TallyError('CONFIG_INVALID', `${folder} is not a folder`, { sentence: `There is no extracts folder ${folder}. Give its path with --data or EXTRACTS_DIR.` });
  }
}

/** Where snapshots of one configuration over one extracts folder are kept, so that one pair never replaces another's. */
export function heldFolderFor(dataFolder: string, configFolder: string, extractsFolder: string): string {
  const pair = JSON.stringify([path.resolve(configFolder), path.resolve(extractsFolder)]);
  return path.join(dataFolder, 'held', createHash('sha256').update(pair).digest('hex').slice(0, 12));
}

/**
 * The extracts folder of a configuration that was given none: the folder "extracts" that it holds itself, or the
 * demonstration trust's, generated as of the clock's day. Throws CONFIG_INVALID for any other, since only synthetic data
 * may be made up.
 */
export async function extractsFolderFor(
  { catalogue, configFolder, dataFolder, clock, log }: { catalogue: Catalogue } & Omit<TallyOptions, 'extractsFolder'>,
): Promise<string> {
  const own = path.join(configFolder, 'extracts');
  if ((await stat(own).catch(() => null))?.isDirectory() === true) {
    return own;
  }
  if (catalogue.organisation.notice === null || process.env['NODE_ENV'] === 'production') {
    throw new TallyError('CONFIG_INVALID', 'no extracts folder was given', {
      sentence: 'Say where the extracts are, with --data or EXTRACTS_DIR: only the demonstration trust makes its own, and never in production.',
    });
  }
  const root = path.join(dataFolder, 'demonstration');
  const today = londonDay(clock());
  const folder = demonstrationFolder(dataFolder, clock);
  await generateDemonstration({ folder, today, log: (line) => log.info(line) });
  const others = (await readdir(root)).filter((name) => DAY.test(name) && name !== today).map((name) => path.join(root, name));
  const aged = await Promise.all(others.map(async (other) => ({ other, made: (await stat(other)).mtimeMs })));
  const old = aged.sort((a, b) => b.made - a.made).slice(DEMONSTRATIONS_KEPT).map(({ other }) => other);
  const unwanted = old.flatMap((other) => [other, heldFolderFor(dataFolder, configFolder, other)]);
  await Promise.all(unwanted.map((one) => rm(one, { recursive: true, force: true })));
  return folder;
}
