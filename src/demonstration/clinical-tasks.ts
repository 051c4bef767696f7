import { join } from 'node:path';
import type { Day } from '../calendar/day';
import { diagnosticHistory, machineExtract, scanExtract, testExtract } from './diagnostic-extract';
import { diagnosticStatements } from './diagnostic-test';
import { diagnosticWaits } from './diagnostic-wait';
import { endoscopyExtracts, endoscopyHistory, endoscopyStatements } from './endoscopy';
import { experience } from './experience';
import { followUpRegister } from './follow-up-register';
import { referrals } from './referral';
import { waitingList } from './waiting-list';

/**
 * The tasks that write the extracts of diagnostics, waiting lists and experience into `folder`, as they stand on the
 * morning of `today`. `months` are those from April 2019 on, YYYY-MM; `hasHistory` says whether any of them is over
 * that is counted by the month.
 */
export function clinicalTasks(folder: string, today: Day, months: readonly string[], hasHistory: boolean): readonly (readonly string[])[] {
  const file = (name: string): string => join(folder, name);
  return [
    [
      ...endoscopyStatements(months),
      ...endoscopyExtracts(file('endoscopy-lists.parquet'), file('endoscopy-cases.parquet'), file('diagnostic-tests-endoscopy.parquet'), today),
      ...(hasHistory ? endoscopyHistory(file('history-endoscopy-lists.csv'), file('history-endoscopy-cases.csv'), file('history-diagnostic-tests-endoscopy.csv'), today) : []),
    ],
    [
      ...diagnosticStatements(months), testExtract(file('diagnostic-tests.parquet'), today), scanExtract(file('mri-examinations.parquet'), today),
      machineExtract(file('imaging-machine-hours.csv'), today),
      ...(hasHistory ? diagnosticHistory(file('history-diagnostic-tests.csv'), file('history-imaging-machine-hours.csv'), today) : []),
    ],
    [...diagnosticWaits(file('diagnostic-waits.parquet'), months, today), ...followUpRegister(file('follow-up-register.parquet'), months, today)],
    waitingList(file('rtt-pathways.parquet'), months, today),
    referrals(file('referrals.parquet'), hasHistory ? file('history-referrals.csv') : null, months, today),
    experience({
      answers: file('friends-and-family.parquet'), complaints: file('complaints.csv'),
      history: hasHistory ? { answers: file('history-friends-and-family.csv'), complaints: file('history-complaints.csv') } : null,
    }, months, today),
  ];
}
