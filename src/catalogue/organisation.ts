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
const cmgSchema = z.strictObject({
  key: z.string().min(1),
  name: z.string().min(1),
  synonyms: z.array(z.string()).default([]),
  specialties: z.array(z.string()).default([]),
  sites: z.array(z.string()).default([]),
});
type Cmg = z.infer<typeof cmgSchema>;

/**
 * Who the catalogue speaks for. `scope` names everything taken together on a card ("Trust", "England");
 * `notice` is set where the data is synthetic.
 */
export const organisationSchema = z.strictObject({
  name: z.string().min(1),
  scope: z.string().min(1),
  scopeSynonyms: z.array(z.string()).default([]),
  notice: z.string().nullable().default(null),
  owner: z.string().min(1),
  date: writtenDay,
  specialties: z.array(z.string()).default([]),
  cmgs: z.array(cmgSchema).default([]),
  sites: z.array(siteSchema).default([]),
});
export type OrganisationFile = z.infer<typeof organisationSchema>;

export interface Organisation {
  readonly name: string;
  readonly scope: string;
  readonly scopeSynonyms: readonly string[];
  readonly notice: string | null;
  readonly specialties: readonly Specialty[];
  readonly cmgs: readonly Cmg[];
  readonly sites: readonly Site[];
}
