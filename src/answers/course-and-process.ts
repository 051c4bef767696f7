import type { ScorecardAnswerLine } from './answer';
import type { ProcessAnswer } from './process-answer';
import type { TargetVerdict } from './target-verdict';

/**
 * Where a month stands on its course and where its run is heading, in one sentence: side by side "on the planned path" and
 * "will keep missing the target" read as a contradiction, and both are true, the one of this month's place on the plan and
 * the other of the plan's end. Null where the run promises nothing, or is held to something else than the course's end.
 */
function courseAndProcess({ met, course }: TargetVerdict['others'][number], verdict: Pick<TargetVerdict, 'value'>, process: ProcessAnswer | null): string | null {
  if (course === undefined || process === null || process.target !== verdict.value || course.end !== verdict.value) {
    return null;
  }
  const now = course.at.startsWith('At ') ? `${course.at} it is` : `${course.at} is`;
  const place = `${now} ${met ? 'on' : 'behind'} the planned path (${course.bound})`;
  const { assurance } = process;
  return assurance === 'fail' ? `${place}, ${met ? 'but' : 'and'} if nothing changes ${course.endWords} will be missed` : null;
}

/** The other targets of a line of a scorecard: those of another value, and the course to the same one. */
export function rivalsOf(verdict: TargetVerdict | null, process: ProcessAnswer | null): ScorecardAnswerLine['rivals'] {
  return (verdict?.others ?? []).filter((other) => other.value !== verdict?.value).map((other) => {
    const { words, source, met, path } = other;
    const both = verdict === null ? null : courseAndProcess(other, verdict, process);
    return both === null ? { words, source, met, path } : { words, source, met, path: both, promises: true };
  });
}
