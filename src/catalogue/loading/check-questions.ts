import type { Fault } from '../fault';
import type { QuestionKeeping } from '../question-keeping';
import type { Checked } from './conform';

/** That whoever may read the questions that are kept is somebody, and named once. */
export function checkQuestions({ value: { owners }, entry }: Checked<QuestionKeeping>): Fault[] {
  const asWritten = owners.map((owner) => owner.trim().toLowerCase());
  return asWritten.flatMap((owner, index) => {
    const place = entry.place(['owners', index]);
    if (owner === '') {
      return [{ ...place, message: 'questions: an owner is nobody.', fix: 'Write a user as the command line names them.' }];
    }
    return asWritten.indexOf(owner) === index ? [] : [{ ...place, message: `questions: "${owner}" is named twice.`, fix: 'Take one out.' }];
  });
}
