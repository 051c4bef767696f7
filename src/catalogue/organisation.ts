import { z } from 'zod';
import { writtenDay } from './written-day';

/** A treatment function (specialty) with the words people say for it. Key: the three-character code. */
export const specialtySchema = z.strictObject({
  code: z.string().min(1).max(3),
  name: z.string().min(1),
  synonyms: z.array(z.string()).default([]),
});
export type Specialty = z.infer<typeof specialtySchema>;

const siteSchema = z.strictObject({
  key: z.string().min(1),
  name: z.string().min(1),
  short: z.string().optional(),
  synonyms: z.array(z.string()).default([]),
  codes: z.array(z.string().min(1)).min(1),
});
type Site = z.infer<typeof siteSchema>;

/** A clinical management group. A row belongs to the first group that claims its site, else to the one that claims its specialty. */
const member = z.union([
  z.string().transform((code) => ({ code, from: null, to: null })),
  z.strictObject({ code: z.string(), from: writtenDay.nullable().default(null), to: writtenDay.nullable().default(null) }),
]);

const cmgSchema = z.strictObject({
  key: z.string().min(1),
  name: z.string().min(1),
  synonyms: z.array(z.string()).default([]),
  /** Treatment function codes; with "from" and "to" where one moved, so that what it did before stays with its old group. */
  specialties: z.array(member).default([]),
  sites: z.array(z.string()).default([]),
});
type Cmg = z.infer<typeof cmgSchema>;

/**
 * Who the catalogue speaks for. `scope` names everything taken together on a card ("Trust", "England");
 * `notice` is set where the data is synthetic.
 */
export const organisationSchema = z.strictObject({
  name: z.string().min(1),
  /** What it was called before: what was kept under that name, digests above all, is its own. */
  formerly: z.array(z.string().min(1)).default([]),
  scope: z.string().min(1),
  scopeSynonyms: z.array(z.string()).default([]),
  notice: z.string().nullable().default(null),
  owner: z.string().min(1),
  date: writtenDay,
  /** Its own ODS code, by which benchmark values name it. */
  provider: z.string().min(1).nullable().default(null),
  /** The peer group it is compared with where a question names none. */
  'peer-group': z.string().min(1).nullable().default(null),
  /** The first month that control charts judge, where a measure names none of its own, and why none before it: it never moves by itself. */
  'judged-from': z.strictObject({ month: writtenDay, because: z.string().min(1) }).nullable().default(null),
  specialties: z.array(z.string()).default([]),
  cmgs: z.array(cmgSchema).default([]),
  sites: z.array(siteSchema).default([]),
});
export type OrganisationFile = z.infer<typeof organisationSchema>;

export interface Organisation {
  readonly name: string;
  readonly formerly: readonly string[];
  readonly scope: string;
  readonly scopeSynonyms: readonly string[];
  readonly notice: string | null;
  readonly provider: string | null;
  readonly peerGroup: string | null;
  readonly specialties: readonly Specialty[];
  readonly cmgs: readonly Cmg[];
  readonly sites: readonly Site[];
}
