import { FUNCTION_WORDS } from './function-words';

/** American spellings and short forms, and the British words for them, as parts of words. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/iz(?=(?:e[drs]?|ing|ation)s?$)/, 'is'],
  [/^theater/, 'theatre'],
  [/^center/, 'centre'],
  [/^pediatric/, 'paediatric'],
  [/^orthoped/, 'orthopaed'],
  [/^gynecolog/, 'gynaecolog'],
  [/^hematolog/, 'haematolog'],
  [/^anesthe/, 'anaesthe'],
  [/^cancelat/, 'cancellat'],
  [/^cancel(ed|ing)$/, 'cancell$1'],
  [/^specialit(y|ies)$/, 'specialt$1'],
  [/^esophag/, 'oesophag'],
  [/^utils?$/, 'utilisation'],
  [/^appts?$/, 'appointment'],
  [/^procs?$/, 'procedure'],
  [/^can(?:cs?|x)$/, 'cancellation'],
  [/^specs?$/, 'specialty'],
  [/^pts?$/, 'patient'],
  [/^emerg$/, 'emergency'],
  [/^adms?$/, 'admission'],
  [/^refs?$/, 'referral'],
  [/^perf$/, 'performance'],
  [/^pifus$/, 'pifu'],
  [/^disch$/, 'discharged'],
  [/^ops$/, 'operation'],
  [/^discharg(?:es?|ing)$/, 'discharged'],
  [/^(?:start(?:ed|ing)|began|begun)$/, 'start'],
  [/^finish(?:ed|ing|es)$/, 'finish'],
  [/^stay(?:ed|ing)$/, 'stay'],
  [/^takings$/, 'income'],
];

/** Most words are spelt as they are looked up: one look tells. */
const RESPELT = new RegExp(SPELLINGS.map(([from]) => from.source).join('|'));

/** Verbs as people write them, whose forms are one word under `fold`; a slip in one is measured against the form that was meant. */
export const INFLECTED: ReadonlySet<string> = new Set(['started', 'starting', 'finished', 'finishing', 'finishes', 'stayed', 'staying', 'discharge', 'discharges', 'discharging']);

/** The form under which a word is looked up: British spelling, singular. Catalogue and question are folded alike. */
export function fold(word: string): string {
  const british = !RESPELT.test(word) ? word : SPELLINGS.reduce((current, [from, to]) => current.replace(from, to), word);
  return singular(british);
}

function singular(word: string): string {
  if (word.length < 4 || FUNCTION_WORDS.has(word) || !word.endsWith('s') || /(?:ss|us|is|mens|childrens|peoples|^bads)$/.test(word) || /\d/.test(word)) {
    return word;
  }
  return word.endsWith('ies') && word.length > 5 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
