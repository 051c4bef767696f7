import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { configInvalid, withEnvironmentFile } from '../config';
import { stateUrlFault } from '../store/state-url';

/** Where a command reads from, and how much it logs. */
export interface Settings {
  readonly configFolder: string;
  /** Null for the demonstration trust, which makes its own extracts. */
  readonly extractsFolder: string | null;
  readonly dataFolder: string;
  /** The state store, the same one that the bot opens. It may hold a password. */
  readonly stateUrl: string;
  /** A level of the log, or null where none is set. */
  readonly logLevel: string | null;
}

/**
 * What a command runs over: what its options say; else what the environment and `.env` say, as for the server, so that
 * a configured trust is asked and checked over its own data; else the demonstration trust. Relative folders of
 * variables are taken from `root`, those of options from where the command runs.
 * @param given the folders of --config and --data, where they were given
 * @param env usually `process.env`
 * @throws TallyError CONFIG_INVALID where STATE_URL is no address of a state store
 */
export function readSettings(
  given: { readonly config: string | undefined; readonly data: string | undefined }, root: string, env: Readonly<Record<string, string | undefined>>,
): Settings {
  const variables = withEnvironmentFile(path.join(root, '.env'), env);
  const variable = (name: string): string | null => variables[name]?.trim() || null;
  const folder = (name: string): string | null => {
    const value = variable(name);
    return value === null ? null : path.resolve(root, value);
  };
  const stateUrl = variable('STATE_URL');
  const fault = stateUrl === null ? null : stateUrlFault(stateUrl);
  if (fault !== null) throw configInvalid([`STATE_URL: ${fault}`]);
  const dataFolder = folder('DATA_DIR') ?? path.join(root, 'data');
  return {
    configFolder: given.config ?? folder('CONFIG_DIR') ?? path.join(root, 'deployment', 'trust'),
    extractsFolder: given.data ?? folder('EXTRACTS_DIR'),
    dataFolder,
    stateUrl: stateUrl ?? pathToFileURL(path.join(dataFolder, 'state.db')).href,
    logLevel: variable('LOG_LEVEL'),
  };
}
