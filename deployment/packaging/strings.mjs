/** Where the manifest keeps what people read, as the localisation schema names each place. */
const PLACES = [
  (manifest) => ['short', 'full'].flatMap((length) => [[`name.${length}`, manifest.name[length]], [`description.${length}`, manifest.description[length]]]),
  ({ bots }) => bots[0].commandLists.flatMap(({ commands }, list) => commands.flatMap(({ title, description }, command) => [
    [`bots[0].commandLists[${list}].commands[${command}].title`, title],
    [`bots[0].commandLists[${list}].commands[${command}].description`, description],
  ])),
  ({ composeExtensions }) => composeExtensions[0].commands.flatMap(({ title, description, parameters }, command) => [
    [`composeExtensions[0].commands[${command}].title`, title],
    [`composeExtensions[0].commands[${command}].description`, description],
    ...parameters.flatMap((parameter, index) => ['title', 'description'].map((field) => [`composeExtensions[0].commands[${command}].parameters[${index}].${field}`, parameter[field]])),
  ]),
];

/**
 * The strings of the manifest in its own language, so that they are written once: what a translation is made from.
 *
 * @returns {{ $schema: string, words: Record<string, string> }}
 */
export function localisedStrings(manifest) {
  const words = Object.fromEntries(PLACES.flatMap((of) => of(manifest)));
  return { $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.Localization.schema.json`, words };
}

/** What a translation lacks, and what it says of strings that there no longer are; a sentence each. */
export function stringsFaults({ words }, translated, file) {
  const missing = Object.keys(words).filter((key) => typeof translated[key] !== 'string' || translated[key].trim() === '');
  const extra = Object.keys(translated).filter((key) => key !== '$schema' && words[key] === undefined);
  return [...missing.map((key) => `${file}: ${key} is not translated`), ...extra.map((key) => `${file}: ${key} is not in the manifest any more`)];
}
