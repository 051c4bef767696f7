import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

// No compiler of Bicep can be had without a download of its own; a full grammar of it can.

export const FOLDER = path.join(__dirname, '..', '..', 'deployment', 'azure');
export const NAMES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bicep')).sort();
export const DECLARATIONS = { parameter_declaration: 'param', variable_declaration: 'var', resource_declaration: 'resource', module_declaration: 'module', output_declaration: 'output' } as const;

export interface Declared {
  readonly kind: (typeof DECLARATIONS)[keyof typeof DECLARATIONS];
  readonly name: string;
  readonly node: Node;
  readonly decorators: string;
}

/** Objects, lists, numbers and truths as they are; text as it stands between its quotes; every other expression as written. */
export type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

/** @returns the parsed tree of a Bicep text, of the grammar's own making where it is none */
export async function bicepParser(): Promise<(text: string) => Node> {
  await Parser.init();
  const grammar = await Language.load(readFileSync(createRequire(__filename).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
  const parser = new Parser().setLanguage(grammar);
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null) throw new Error('nothing was parsed');
    return tree.rootNode;
  };
}

export const within = (node: Node, type: string): Node[] => node.descendantsOfType(type).filter((one): one is Node => one !== null);

/** What a file declares at its top, in order; decorators stand before what they decorate. */
export function declaredIn(root: Node): Declared[] {
  let decorators = '';
  return root.namedChildren.flatMap((node): Declared[] => {
    if (node === null) return [];
    if (node.type === 'decorators') { decorators = node.text; return []; }
    const found = Object.entries(DECLARATIONS).find(([type]) => type === node.type);
    if (found === undefined) return [];
    const one = { kind: found[1], name: within(node, 'identifier')[0]?.text ?? '', node, decorators };
    decorators = '';
    return [one];
  });
}

/** The properties of an object, each with its value. */
export function propertiesOf(object: Node | undefined): Map<string, Node> {
  return new Map((object?.namedChildren ?? []).flatMap((one) => (one?.type === 'object_property' && one.namedChildren[0] && one.namedChildren[1] ? [[one.namedChildren[0].text.replace(/^'|'$/g, ''), one.namedChildren[1]]] : [])));
}

/** What a node stands for; of a loop or a condition, what it gives each time. */
export function valueOf(node: Node): Value {
  const parts = node.namedChildren.filter((one): one is Node => one !== null && one.type !== 'comment');
  switch (node.type) {
    case 'object': return Object.fromEntries([...propertiesOf(node)].map(([name, value]) => [name, valueOf(value)]));
    case 'array': return parts.map(valueOf);
    case 'string': return node.text.replace(/^'+|'+$/g, '');
    case 'number': return Number(node.text);
    case 'boolean': return node.text === 'true';
    case 'for_statement': case 'if_statement': { const body = parts.at(-1); return body === undefined ? node.text : valueOf(body); }
    default: return node.text;
  }
}

/** A resource or module: its type or file, and the object it is declared with. */
export interface Made {
  readonly name: string;
  readonly type: string;
  readonly isConditional: boolean;
  readonly body: Value;
}

/** Every resource and module of a file. */
export function madeIn(root: Node): Made[] {
  return declaredIn(root).filter(({ kind }) => kind === 'resource' || kind === 'module').map(({ name, node }) => {
    const body = node.namedChildren.at(-1);
    return { name, type: (within(node, 'string')[0]?.text ?? '').slice(1, -1), isConditional: body?.type === 'if_statement', body: body ? valueOf(body) : '' };
  });
}
