import type { TargetVerdict } from './target-verdict';

/**
 * "Off the 5% target, but on the planned path to it by March 2025 (June: 7.3% or less)": where a figure stands to its target
 * and to the course that leads there, in one sentence for each such course, since "off target" and "on the planned path" side
 * by side read as a contradiction. A course that ends at another value is told by itself.
 */
export function targetAndPath({ value, display, met, others }: Pick<TargetVerdict, 'value' | 'display' | 'met' | 'others'>): readonly string[] {
  return others.flatMap((other) => {
    if (other.path === null || other.course === undefined) {
      return other.path ?? [];
    }
    const { end, endWords, at, bound } = other.course;
    return end !== value ? [other.path]
      : [`${met ? 'On' : 'Off'} the ${display} target, ${met === other.met ? 'and' : 'but'} ${other.met ? 'on' : 'behind'} the planned path to it ${endWords.slice(endWords.lastIndexOf('by '))} (${at}: ${bound})`];
  });
}
