import { common, NOWHERE, WHOLE, type Scope } from './scope';

/** What somebody may see, or what a conversation may show. */
export interface Access {
  /** Where figures that are not restricted may be seen; nowhere for whoever may not ask at all. */
  readonly open: Scope;
  /** Where what is restricted may be seen, by its id. */
  readonly restricted: ReadonlyMap<string, Scope>;
}

/** Nothing at all. */
export const NOTHING: Access = { open: NOWHERE, restricted: new Map() };

/** Everything but what is restricted. */
export const ALL_OPEN: Access = { open: WHOLE, restricted: new Map() };

/** What both may: an answer that others read is of this. */
export function inCommon(one: Access, other: Access): Access {
  return {
    open: common(one.open, other.open),
    restricted: new Map([...one.restricted].map(([id, scope]) => [id, common(scope, other.restricted.get(id) ?? NOWHERE)])),
  };
}
