import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Where the schema offers forty elements, only the one of the `type` given is tried: one message a fault, not ninety.
 */
function chosenByType(value: unknown, definitions: Schema): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => chosenByType(one, definitions));
  }
  if (!isSchema(value)) {
    return value;
  }
  const schema = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, chosenByType(one, definitions)]));
  const branches: readonly unknown[] = Array.isArray(schema['anyOf']) ? schema['anyOf'] : [];
  const types = branches.map((branch) => (isSchema(branch) ? typeOf(branch, definitions) : null));
  // Components of Microsoft Graph share one type between them; no card of ours has one, so they are left out.
  const typed = branches.filter((_, at) => types[at] !== null && types.indexOf(types[at] ?? null) === types.lastIndexOf(types[at] ?? null));
  if (typed.length < 2) {
    return schema;
  }
  const chosen = { type: 'object', required: ['type'], discriminator: { propertyName: 'type' }, oneOf: typed };
  const others = branches.filter((_, at) => types[at] === null);
  const { anyOf: _, ...rest } = schema;
  return others.length === 0 ? { ...rest, ...chosen } : { ...rest, anyOf: [...others, chosen] };
}

function typeOf(branch: Schema, definitions: Schema): string | null {
  const target = typeof branch['$ref'] === 'string' ? definitions[branch['$ref'].replace('#/definitions/', '')] : branch;
  const properties = isSchema(target) ? target['properties'] : null;
  const type = isSchema(properties) ? properties['type'] : null;
  return isSchema(type) && typeof type['const'] === 'string' ? type['const'] : null;
}

const file = path.join(__dirname, '../fixtures/cards/teams-card.schema.json');
const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
const definitions = isSchema(schema) && isSchema(schema['definitions']) ? schema['definitions'] : {};
const ajv = new Ajv({ strict: false, discriminator: true, allErrors: true });
const validate = ajv.compile(chosenByType(schema, definitions) as Schema);

/** What Teams would not take in a card, one line a fault; empty where it takes all of it. */
export function teamsFaults(card: unknown): readonly string[] {
  return validate(card) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
}
