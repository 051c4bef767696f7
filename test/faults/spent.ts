/** What the program says that it has spent up to a moment, in seconds: of processor, and in each step of its answers. */
export interface Spent {
  readonly processor: number;
  readonly stages: Readonly<Record<string, number>>;
}

/** Reads it from the figures of the program. */
export function spentOf(figures: string): Spent {
  const stages = [...figures.matchAll(/^tally_stage_seconds_sum\{stage="(\w+)"\} (\S+)$/gm)].map(([, stage = '', seconds]): [string, number] => [stage, Number(seconds)]);
  return { processor: Number(/^process_cpu_seconds_total (\S+)$/m.exec(figures)?.[1]), stages: Object.fromEntries(stages) };
}

export function spentBetween(before: Spent, after: Spent): Spent {
  return {
    processor: after.processor - before.processor,
    stages: Object.fromEntries(Object.entries(after.stages).map(([stage, seconds]) => [stage, seconds - (before.stages[stage] ?? 0)])),
  };
}

export function spentTogether(all: readonly Spent[]): Spent {
  const stages = new Set(all.flatMap((one) => Object.keys(one.stages)));
  const sum = (of: (one: Spent) => number): number => all.reduce((seconds, one) => seconds + of(one), 0);
  return { processor: sum(({ processor }) => processor), stages: Object.fromEntries([...stages].map((stage) => [stage, sum((one) => one.stages[stage] ?? 0)])) };
}
