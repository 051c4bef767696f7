import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CurrentGrants } from '../../src/catalogue/current-grants';
import { folderWith, forgetFolders, ORGANISATION } from './folders';

afterAll(forgetFolders);

const granted = (...users: readonly string[]): string => `grants:\n${users.map((user) => `  - { users: [${user}], because: Leads outpatients, owner: Medical director }\n`).join('')}`;

describe('the grants of a folder', () => {
  let folder: string;
  let current: CurrentGrants;
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const users = (): unknown => {
    const looked = current.look();
    return looked.kind === 'taken' ? looked.grants.map((grant) => grant.users) : looked.kind;
  };
  beforeEach(() => {
    folder = folderWith({ 'organisation.yaml': ORGANISATION, 'grants.yaml': granted('anna', 'tom') });
    current = new CurrentGrants(folder);
  });

  test('are taken where somebody was taken out of them or put in, once, in whichever file that is', () => {
    expect(current.catalogue.grants.map((grant) => grant.users)).toEqual([['anna'], ['tom']]);
    expect(users()).toBe('as-before');
    write('grants.yaml', granted('anna'));
    expect(users()).toEqual([['anna']]);
    expect(users()).toBe('as-before');
    write('others.yaml', granted('sam'));
    expect(users()).toEqual([['anna'], ['sam']]);
    rmSync(path.join(folder, 'grants.yaml'));
    expect(users()).toEqual([['sam']]);
  });

  test('stay as they were where nothing but something else was changed', () => {
    write('organisation.yaml', ORGANISATION.replace('An analyst', 'Somebody else'));
    expect(users()).toBe('as-before');
  });

  test.each([
    ['the grants are broken', () => write('grants.yaml', 'grants:\n  - { users: [anna\n')],
    ['the grants are empty', () => write('grants.yaml', '')],
    ['a grant opens what there is not', () => write('grants.yaml', granted('anna').replace('because', 'may: [no-such-measure], because'))],
    ['another file is broken', () => { write('grants.yaml', granted('anna')); write('organisation.yaml', 'organisation:\n  name: 7\n'); }],
    ['the folder is gone', () => renameSync(folder, `${folder}-away`)],
  ])('stay as they were where %s, which is told once and counted until it is mended', (_what, broken) => {
    broken();
    expect(users()).toBe('refused');
    expect(current.faults).toBeGreaterThan(0);
    expect(users()).toBe('as-before');
    expect(current.faults).toBeGreaterThan(0);
    mkdirSync(folder, { recursive: true });
    write('organisation.yaml', ORGANISATION);
    write('grants.yaml', granted('anna'));
    expect(users()).toEqual([['anna']]);
    expect(current.faults).toBe(0);
    rmSync(`${folder}-away`, { recursive: true, force: true });
  });
});
