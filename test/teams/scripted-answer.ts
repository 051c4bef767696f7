import type { Answer } from '../../src/answers/answer';
import { querySchema } from '../../src/engine/query';

export const QUERY = querySchema.parse({
  intent: 'value',
  metrics: ['dna-rate'],
  period: { from: '2024-06-01', to: '2024-06-30', grain: 'month', label: 'June 2024' },
  filters: { specialty: ['120'] },
});
export const ANSWER: Answer = {
  outcome: 'answered', query: QUERY, headline: 'ENT missed 8.1% of appointments in June 2024, off the target of 5%.', scope: 'ENT · June 2024',
  metrics: [], definition: null, lines: [], options: [], reason: null, next: [], notice: null, scorecard: null, showWorking: false,
};
