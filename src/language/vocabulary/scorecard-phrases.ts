import type { Catalogue } from '../../catalogue/catalogue';
import type { Scorecard } from '../../catalogue/scorecard';
import { metricsOf } from '../held-range';
import type { Phrase } from './named-phrase';
import { foldedWords } from './phrase';

/** A phrase by which a scorecard is asked for. */
export interface ScorecardPhrase {
  readonly words: readonly string[];
  readonly id: string;
}

/** What a sheet of measures is called by itself. */
const SHEETS = ['scorecard', 'score card', 'dashboard', 'summary', 'overview', 'report', 'measures', 'metrics', 'indicators', 'KPIs', 'performance', 'table', 'sheet', 'page'];
const ENDS_AS_SHEET = /(?:scorecard|dashboard|summary|overview|report|measures?|metrics?|indicators?|kpis?|performance|table|sheet|page|\d)$/i;

const IS_SEVERAL = /(?:priorities|specialties|measures|indicators|metrics|kpis|dives?)$/i;

/** Every phrase that asks for a scorecard: its names, and its bare names with "scorecard" or the like beside them. */
export function scorecardPhrases(catalogue: Catalogue): readonly ScorecardPhrase[] {
  return [...catalogue.scorecards.values()].filter((scorecard) => isHeld(scorecard, catalogue)).flatMap(({ id, name, synonyms }) => {
    const names = [name, id.replaceAll('-', ' '), ...synonyms];
    const bare = names.filter((words) => !ENDS_AS_SHEET.test(words));
    // "The theatre list" is one that is operated on; that of several things ("priorities") is a sheet of them.
    const lists = names.filter((words) => IS_SEVERAL.test(words)).flatMap((words) => [`${words} list`, `${words} sheet`, `${words} page`]);
    const full = bare.flatMap((words) => SHEETS.flatMap((sheet) => [`${words} ${sheet}`, `${sheet} for ${words}`, `${sheet} of ${words}`, `${sheet} for the ${words}`]));
    return [...names, ...full, ...lists].map((words) => ({ words: foldedWords(words), id }));
  });
}

/** The names of scorecards none of whose measures is held here. */
export function scorecardsNotHeld(catalogue: Catalogue): readonly string[] {
  return [...catalogue.scorecards.values()].filter((scorecard) => !isHeld(scorecard, catalogue))
    .flatMap(({ name, synonyms }) => [name, ...synonyms]).filter((words) => foldedWords(words).length > 1);
}

function isHeld(scorecard: Scorecard, catalogue: Catalogue): boolean {
  return metricsOf(scorecard).some((id) => catalogue.metrics.has(id));
}

/**
 * The name of a scorecard that is narrowed as a whole to one value ("variable activity"), as that value: what it means
 * beside a measure.
 */
export function narrowingPhrases(catalogue: Catalogue): readonly Phrase[] {
  return [...catalogue.scorecards.values()].flatMap(({ name, sections }) => {
    const filters = sections.map((section) => ('lines' in section ? {} : section.filters));
    const [first] = filters;
    const [only, second] = Object.entries(first ?? {});
    const same = filters.every((other) => JSON.stringify(other) === JSON.stringify(first));
    if (only === undefined || second !== undefined || !same) {
      return [];
    }
    const [dimension, keys] = only;
    return [{ words: name, label: name, meaning: { kind: 'value' as const, dimension, keys, name } }];
  });
}
