import { TallyError } from '../errors';
import { messageOf } from './fault';

/** What Node and the engine say where there is no room to write. */
const DISK_IS_FULL = /ENOSPC|no space left/i;

/** What a load that broke off is reported as, EXTRACT_REFUSED; never in the engine's own words, which may repeat a value of a row. */
export function loadFault(error: unknown): TallyError {
  return DISK_IS_FULL.test(messageOf(error))
    ? new TallyError('EXTRACT_REFUSED', 'no space is left on the disk', { cause: error, sentence: 'The extracts could not be loaded: the disk that DATA_DIR is on is full. Make room there; they are loaded by themselves.' })
    : new TallyError('EXTRACT_REFUSED', 'the load broke off', { cause: error, sentence: 'The extracts could not be loaded: the program met a fault of its own. Where it runs for good, its log says at what.' });
}
