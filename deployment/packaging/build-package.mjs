import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { pictureFaults } from './picture.mjs';
import { localisedStrings, stringsFaults } from './strings.mjs';
import { schemaFaults } from './teams-schema.mjs';

const BLANK = /\$\{\{(\w+)\}\}/g;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LANGUAGE = /^[a-z]{2}-[a-z]{2}\.json$/;

/** One moment for all entries, so that the same manifest makes the same package, byte for byte. */
const WRITTEN = new Date('1980-01-01T12:00:00');

/**
 * The app package of one organisation.
 *
 * @param {string} folder holds manifest.json, its two pictures and, for any further language, its strings as `cy-gb.json`
 * @param {Record<string, string>} given what goes into each blank of the manifest; '' where it was not given
 * @param {(blank: string) => string} howToGive ends the sentence about a blank that was not given
 * @returns {{ faults: string[], version: string, entries: string[], zip: Uint8Array }} faults are one sentence each; with any there is no zip
 */
export function buildPackage(folder, given, howToGive) {
  const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const faults = blankFaults(text, given, howToGive);
  if (faults.length > 0) return failed(faults);

  // As JSON text: a quotation mark in a name must not end the string that it stands in.
  const manifest = JSON.parse(text.replace(BLANK, (_, blank) => JSON.stringify(given[blank]).slice(1, -1)));
  const { defaultLanguageTag: tag, defaultLanguageFile: own } = manifest.localizationInfo;
  const strings = localisedStrings(manifest);
  const files = { [own]: json({ $schema: strings.$schema, ...strings.words }) };
  faults.push(...schemaFaults('MicrosoftTeams.Localization', manifest.manifestVersion, JSON.parse(files[own].toString()), own));

  const further = readdirSync(folder).filter((name) => LANGUAGE.test(name) && name !== own).sort();
  for (const name of further) {
    const translated = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    faults.push(...schemaFaults('MicrosoftTeams.Localization', manifest.manifestVersion, translated, name), ...stringsFaults(strings, translated, name));
    files[name] = json(translated);
  }
  if (further.length > 0) {
    manifest.localizationInfo = { defaultLanguageTag: tag, defaultLanguageFile: own, additionalLanguages: further.map((file) => ({ languageTag: file.replace('.json', ''), file })) };
  }
  faults.push(...schemaFaults('MicrosoftTeams', manifest.manifestVersion, manifest, 'manifest.json'));

  const { color, outline } = manifest.icons;
  for (const [name, kind] of [[color, 'color'], [outline, 'outline']]) {
    files[name] = readFileSync(join(folder, name));
    faults.push(...pictureFaults(name, files[name], kind));
  }
  files['manifest.json'] = json(manifest);
  if (faults.length > 0) return failed(faults);

  const wanted = ['manifest.json', color, outline, own, ...further];
  const zip = zipSync(Object.fromEntries(wanted.map((name) => [name, new Uint8Array(files[name])])), { level: 9, mtime: WRITTEN });
  // What was written is read again: a package that cannot be opened is found here and not in the admin centre.
  const entries = Object.entries(unzipSync(zip));
  const broken = wanted.filter((name) => !entries.some(([entry, bytes]) => entry === name && Buffer.from(bytes).equals(files[name])));
  if (broken.length > 0 || entries.length !== wanted.length) return failed([`the package does not hold what was put into it: ${broken.join(', ')}`]);
  return { faults: [], version: manifest.version, entries: wanted, zip };
}

function blankFaults(text, given, howToGive) {
  const blanks = [...new Set([...text.matchAll(BLANK)].map(([, blank]) => blank))];
  return blanks.flatMap((blank) => {
    const value = given[blank];
    if (value === undefined || value === '') return [`${blank}: is not given; ${howToGive(blank)}`];
    if (blank === 'MicrosoftAppId' && !GUID.test(value)) return [`${blank}: must be a GUID, the application id of the Azure Bot`];
    if (blank.endsWith('_URL') && !isHttps(value)) return [`${blank}: must be an address that begins with https://`];
    return [];
  });
}

const isHttps = (value) => URL.canParse(value) && new URL(value).protocol === 'https:';
const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const failed = (faults) => ({ faults, version: '', entries: [], zip: new Uint8Array() });
