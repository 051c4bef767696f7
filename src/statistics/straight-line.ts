/** How much of a stretch of time is behind, in equal steps (months, days): `gone` of `of`, neither of them nought. */
export interface Progress {
  readonly gone: number;
  readonly of: number;
}

/** Where what has been reached so far ends at the same rate a step: value × of ÷ gone. For what adds up over time alone. */
export function straightLine(soFar: number, { gone, of }: Progress): number {
  return (soFar * of) / gone;
}

/** What each step that is left must come to for the whole to come to the target; for what adds up over time. `gone` is less than `of`. */
export function stepOfRest(soFar: number, target: number, { gone, of }: Progress): number {
  return (target - soFar) / (of - gone);
}

/**
 * The ratio at which the rest must run for the whole to end at the target, where the steps that are left have the same
 * denominator each as those gone: (target × of − ratio × gone) ÷ (of − gone). Below nought, or above what a ratio can
 * be, the target is out of reach. `gone` is less than `of`.
 */
export function ratioOfRest(ratio: number, target: number, { gone, of }: Progress): number {
  return (target * of - ratio * gone) / (of - gone);
}

/** Where the whole ends if the rest runs at `rest`, on the same terms. */
export function ratioAtEnd(ratio: number, rest: number, { gone, of }: Progress): number {
  return (ratio * gone + rest * (of - gone)) / of;
}
