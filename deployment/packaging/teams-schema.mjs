import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);

/**
 * What breaks Microsoft's published schema, a sentence each.
 *
 * The schemas are those of the package @microsoft/app-manifest (JSON Schema draft 04), read as files: its own program
 * needs packages that it does not name.
 *
 * @param {'MicrosoftTeams' | 'MicrosoftTeams.Localization'} name
 * @param {string} version the manifest version, such as `1.29`
 * @param {string} file what the sentences begin with
 */
export function schemaFaults(name, version, value, file) {
  const path = require.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/${name}.schema.json`);
  // The schemas' patterns are of the older kind, some of which are no Unicode patterns.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const isValid = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  return isValid(value) ? [] : isValid.errors.map(({ instancePath, message, params }) => {
    const what = params.additionalProperty ?? params.allowedValues?.join(', ');
    return `${file}: ${instancePath === '' ? 'the whole' : instancePath.slice(1).replaceAll('/', '.')} ${message}${what === undefined ? '' : ` (${what})`}`;
  });
}
