import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import { TallyError } from '../errors';
import type { AdaptiveCard } from './adaptive-card';
import { CARD_KINDS, type CardKind } from './card-kind';

/** Binds a view to the template of its kind. */
export type Templates = (kind: CardKind, view: object) => AdaptiveCard;

/**
 * Reads, compiles and tries every template of a folder, each with the sample data beside it
 * (`value.json` with `samples/value.json`), so that a fault in one stops the start and not an answer.
 *
 * @throws TallyError CONFIG_INVALID, naming the file
 */
export function loadTemplates(folder: string): Templates {
  const templates = new Map(CARD_KINDS.map((kind) => [kind, compile(folder, kind)]));
  return (kind, view) => {
    const template = templates.get(kind);
    if (template === undefined) {
      throw new TallyError('CONFIG_INVALID', `cards/${kind}.json is not loaded`);
    }
    return expand(template, view);
  };
}

function compile(folder: string, kind: CardKind): Template {
  const file = path.join(folder, `${kind}.json`);
  try {
    const template = new Template(readJson(file));
    const trial = JSON.stringify(expand(template, readJson(path.join(folder, 'samples', `${kind}.json`))));
    const left = /\$\{[^}]*\}?/.exec(trial);
    if (left !== null) {
      throw new Error(`${left[0]} is not in the sample data`);
    }
    return template;
  } catch (cause) {
    throw new TallyError('CONFIG_INVALID', `${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function readJson(file: string): object {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof json !== 'object' || json === null) {
    throw new Error(`${file} holds no object`);
  }
  return json;
}

// The templating library returns `any`; what comes out of a template that was tried at the start is a card.
const expand = (template: Template, view: object): AdaptiveCard => template.expand({ $root: view }) as AdaptiveCard;
