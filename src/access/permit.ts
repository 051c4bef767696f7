import type { Catalogue } from '../catalogue/catalogue';
import { SMALL_NUMBERS } from '../catalogue/grant';
import type { Query } from '../engine/query';
import { AUDIENCE, type Asker, type Place } from '../language/question';
import { ALL_OPEN, type Access } from './access';
import { needsOf, type Needs } from './needs';
import { narrowedTo, type Narrowed } from './narrowed';
import { notAdmittedSentence, notHereSentence, partOnlySentence, restrictedSentence } from './refusals';
import { common, covers, NOWHERE, type Scope } from './scope';

/** Who may see what, from the configuration as it is now. */
export interface Grants {
  /**
   * `alone`: what this person may see by themselves. `here`: what may be shown to them in this place, which in a channel or
   * a group is what the conversation may show as well.
   */
  of(asker: Asker, place: Place): { readonly alone: Access; readonly here: Access };
}

/** Everybody sees what is open and nobody holds anything: what is restricted stays closed. */
export const NO_GRANTS: Grants = { of: () => ({ alone: ALL_OPEN, here: ALL_OPEN }) };

/** Stable codes. `not-here`: the person may see it by themselves, and others read this place who may not. */
export type Refusal = 'not-admitted' | 'not-permitted' | 'part-only' | 'not-here';

export type Permission =
  /** `smallNumbers`: whether small numbers need not be hidden from this person in this place. */
  | { readonly allowed: true; readonly smallNumbers: boolean }
  /** `narrowed`: the same question about what they may see, where there is one. */
  | { readonly allowed: false; readonly reason: Refusal; readonly sentence: string; readonly narrowed: readonly Narrowed[] };

/** Whether this person may ask at all: what they say is not even read otherwise. */
export function admit(asker: Asker, place: Place, grants: Grants): Extract<Permission, { allowed: false }> | null {
  const isKnown = asker.id === AUDIENCE || grants.of(asker, place).alone.open.length > 0;
  return isKnown ? null : refused('not-admitted', notAdmittedSentence(asker, place));
}

/**
 * Whether this person may ask this, here. Restricted metrics and dimensions are closed unless granted, and so is a
 * scorecard that shows one; whoever is kept to a part of the trust is refused what reaches beyond it, so that nothing
 * outside can be told from the difference of two answers; and "you may not see this" is never dressed up as "no data".
 * Buttons and stored queries pass here with the identity of now.
 */
export function permit(query: Query, asker: Asker, place: Place, catalogue: Catalogue, grants: Grants): Permission {
  const needs = needsOf(query, catalogue);
  const { alone, here } = grants.of(asker, place);
  const lack = lacking(needs, here);
  if (lack === null) {
    return { allowed: true, smallNumbers: isWithin(needs, here.restricted.get(SMALL_NUMBERS) ?? NOWHERE) };
  }
  if (asker.id !== AUDIENCE && lacking(needs, alone) === null) {
    return refused('not-here', notHereSentence(here, lack, catalogue));
  }
  const own = asker.id === AUDIENCE ? lack : lacking(needs, alone) ?? lack;
  switch (own.reason) {
    case 'not-admitted': return refused(own.reason, notAdmittedSentence(asker, place));
    case 'not-permitted': return refused(own.reason, restrictedSentence(own.restricted, catalogue));
    case 'part-only': return refused(own.reason, partOnlySentence(own.scope, catalogue), narrowedTo(query, own.scope, catalogue));
  }
}

type Lack =
  | { readonly reason: 'not-admitted' }
  | { readonly reason: 'not-permitted'; readonly restricted: string }
  | { readonly reason: 'part-only'; readonly scope: Scope };

function lacking(needs: Needs, { open, restricted }: Access): Lack | null {
  if (open.length === 0) {
    return { reason: 'not-admitted' };
  }
  const closed = needs.restricted.find((id) => (restricted.get(id) ?? NOWHERE).length === 0);
  if (closed !== undefined) {
    return { reason: 'not-permitted', restricted: closed };
  }
  const scope = needs.restricted.reduce((within, id) => common(within, restricted.get(id) ?? NOWHERE), open);
  const [first] = needs.restricted;
  if (scope.length === 0 && first !== undefined) {
    return { reason: 'not-permitted', restricted: first };
  }
  return isWithin(needs, scope) ? null : { reason: 'part-only', scope };
}

const isWithin = ({ parts }: Needs, scope: Scope): boolean => scope.length > 0 && parts.every((part) => covers(scope, part));

const refused = (reason: Refusal, sentence: string, narrowed: readonly Narrowed[] = []): Extract<Permission, { allowed: false }> => ({ allowed: false, reason, sentence, narrowed });
