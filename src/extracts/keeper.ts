import { FolderKeeper } from './folder-keeper';
import { ServerShelf } from './server/server-shelf';
import { SnapshotFolder } from './snapshot-folder';
import type { SnapshotKeeper, SnapshotOptions } from './snapshot-keeper';

export type { RefreshOutcome, SnapshotKeeper, SnapshotOptions } from './snapshot-keeper';

/**
 * Opens the snapshots of an extracts folder: serves the last good one, loads newer files where there are any, and gives
 * back their keeper. Bad files do not throw; `problems` names them. Throws EXTRACT_REFUSED where `dataFolder` cannot be
 * used at all, and ENGINE_FAILED where the server cannot be reached.
 */
export async function openSnapshots(options: SnapshotOptions): Promise<SnapshotKeeper> {
  const folder = await SnapshotFolder.open(options.dataFolder, options.extractsFolder);
  const { server = null } = options;
  const keeper = new FolderKeeper(options, folder, server === null ? folder : await ServerShelf.open(server, folder));
  await keeper.start();
  return keeper;
}
