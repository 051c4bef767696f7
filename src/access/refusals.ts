import type { Catalogue } from '../catalogue/catalogue';
import { SCOPED } from '../catalogue/grant';
import { AUDIENCE, type Asker, type Place } from '../language/question';
import type { Access } from './access';
import type { Part, Scope } from './scope';

type Named = Pick<Catalogue, 'metrics' | 'dimensions'>;

/** Of a longer list the first are named. */
const MOST_NAMED = 4;

/** Who is not known is told by which id they would be, which is their own; others reading along are not. */
export function notAdmittedSentence({ id }: Asker, { kind }: Place): string {
  if (id === AUDIENCE) {
    return 'This conversation is not set up to show figures. Whoever looks after Tally can add it by its id.';
  }
  return kind === 'personal' || kind === 'terminal'
    ? `You are not set up to ask Tally. Whoever looks after it can add you by your id, ${id}.`
    : 'You are not set up to ask Tally. Write to it by yourself to see the id by which you can be added.';
}

export function restrictedSentence(id: string, { metrics, dimensions }: Named): string {
  const name = metrics.get(id)?.name ?? dimensions.get(id)?.plural ?? id;
  return `You may not see ${name} here. It is restricted; ask its owner for access.`;
}

export function partOnlySentence(scope: Scope, catalogue: Named): string {
  return `You may see figures of ${scopeWords(scope, catalogue)} only, and this reaches beyond.`;
}

/** Why a person who may see something does not see it here: what the others here may. */
export function notHereSentence({ open }: Access, lack: { readonly reason: string; readonly restricted?: string; readonly scope?: Scope }, catalogue: Named): string {
  if (open.length === 0) {
    return 'This conversation is not set up to show figures. Ask in your own chat with Tally.';
  }
  const what = lack.restricted === undefined ? `figures beyond ${scopeWords(lack.scope ?? [], catalogue)}` : catalogue.metrics.get(lack.restricted)?.name ?? catalogue.dimensions.get(lack.restricted)?.plural ?? lack.restricted;
  return `Not everybody here may see ${what}. Ask in your own chat with Tally.`;
}

/** "Musculoskeletal and Specialist Surgery, or Leicester General Hospital" */
function scopeWords(scope: Scope, catalogue: Named): string {
  const words = scope.map((part) => partWords(part, catalogue));
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format([...words.slice(0, MOST_NAMED), ...(words.length > MOST_NAMED ? ['other parts'] : [])]);
}

/** A part by the names of its keys; what several dimensions keep to is said one after the other. */
export function partWords(part: Part, { dimensions }: Pick<Named, 'dimensions'>): string {
  return SCOPED.flatMap((dimension) => {
    const keys = part[dimension];
    const names = keys?.map((key) => dimensions.get(dimension)?.values.find((value) => value.key === key)?.name ?? key) ?? [];
    return names.length === 0 ? [] : [new Intl.ListFormat('en-GB', { type: 'conjunction' }).format([...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [])])];
  }).join(', ') || 'the whole trust';
}
