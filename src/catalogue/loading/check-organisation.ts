import type { Fault } from '../fault';
import type { OrganisationFile } from '../organisation';
import type { Checked } from './conform';
import type { Entry } from './entry';
import type { Path } from './yaml-file';

/** That the organisation names specialties and sites that exist, and that nothing belongs to two groups or two sites. */
export function checkOrganisation({ value: organisation, entry }: Checked<OrganisationFile>, specialties: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: Path, message: string, fix: string): void => {
    faults.push({ ...entry.place(path), message, fix });
  };
  /** Reports what is claimed twice among the lists that `lists` gives, each with where it stands. */
  const once = (what: string, claims: readonly { readonly value: string; readonly by: string; readonly at: Path }[]): void => {
    const owners = new Map<string, string>();
    for (const { value, by, at } of claims) {
      const owner = owners.get(value);
      if (owner === undefined) {
        owners.set(value, by);
      } else {
        fault(at, `${what} "${value}" is given twice: to ${owner} and to ${by}.`, 'Keep it in one of them.');
      }
    }
  };

  const siteKeys = new Set(organisation.sites.map((site) => site.key));
  organisation.specialties.forEach((code, index) => {
    if (!specialties.has(code)) {
      fault(['specialties', index], `There is no specialty "${code}".`, 'Use a treatment function code, in quotes.');
    }
  });
  organisation.cmgs.forEach((cmg, index) => {
    cmg.specialties.forEach(({ code }, position) => {
      if (!specialties.has(code)) {
        fault(['cmgs', index, 'specialties', position], `${cmg.key}: there is no specialty "${code}".`, 'Use a treatment function code, in quotes.');
      }
    });
    cmg.sites.forEach((site, position) => {
      if (!siteKeys.has(site)) {
        fault(['cmgs', index, 'sites', position], `${cmg.key}: there is no site "${site}".`, `Use one of ${[...siteKeys].join(', ')}.`);
      }
    });
  });
  once('The group', organisation.cmgs.map((cmg, index) => ({ value: cmg.key, by: cmg.name, at: ['cmgs', index, 'key'] })));
  once('The site', organisation.sites.map((site, index) => ({ value: site.key, by: site.name, at: ['sites', index, 'key'] })));
  faults.push(...checkMembership(organisation, entry));
  once('Site code', organisation.sites.flatMap((site, index) =>
    site.codes.map((value, position) => ({ value, by: site.key, at: ['sites', index, 'codes', position] }))));
  once('Site', organisation.cmgs.flatMap((cmg, index) =>
    cmg.sites.map((value, position) => ({ value, by: cmg.key, at: ['cmgs', index, 'sites', position] }))));
  return faults;
}

/** One stretch of time over which a group claims a specialty. An open end is null. */
interface Membership {
  readonly code: string;
  readonly by: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Path;
}

const sameDays = (a: Membership, b: Membership): boolean => (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to);

/** That no specialty is in two groups on one day. It may move: then each group says from and to when. */
function checkMembership({ cmgs }: OrganisationFile, entry: Entry): Fault[] {
  const all = cmgs.flatMap((cmg, index) => cmg.specialties.map(({ code, from, to }, position): Membership => (
    { code, from, to, by: cmg.key, at: ['cmgs', index, 'specialties', position] })));
  return all.flatMap((member, index) => {
    const { code, from, to, by, at } = member;
    if (from !== null && to !== null && to < from) {
      return [{ ...entry.place([...at, 'to']), message: `${by}: specialty "${code}" leaves before it comes.`, fix: 'Put the later day in "to".' }];
    }
    return all.slice(0, index).filter((other) => other.code === code && sameDays(other, member)).map((other) => {
      const first = entry.place(other.at);
      return {
        ...entry.place(at),
        message: `Specialty "${code}" is given twice: to ${other.by} and to ${by}, on the same days (the first is at ${first.file}:${first.line}).`,
        fix: 'Keep it in one of them; where it moved, give "to" in the old group and "from" in the new one.',
      };
    });
  });
}
