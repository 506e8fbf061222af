import { fileURLToPath } from 'node:url';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { Message } from 'vscode-languageserver/node';

type Table = 'answers' | 'said';

/** Looks at each message between a client and the server. */
export interface ProtocolCheck {
  /** A message of the client. */
  sent(message: Message): void;
  /** A message of the server: what of it the protocol doesn't have, by method and place; null where it is right. */
  wrongIn(message: Message): string | null;
  /** The kinds of messages that the server has sent: “said window/showMessage”. */
  readonly seen: ReadonlySet<string>;
}

export function createProtocolCheck(): ProtocolCheck {
  const asked = new Map<number | string | null, string>();
  const seen = new Set<string>();
  const wrong = (table: Table, method: string, value: unknown): string | null => {
    seen.add(`${table} ${method}`);
    return wrongOf(table, method, value);
  };
  return {
    seen,
    sent(message) {
      if (Message.isRequest(message)) asked.set(message.id, message.method);
    },
    wrongIn(message) {
      if (Message.isRequest(message) || Message.isNotification(message)) return wrong('said', message.method, message.params);
      if (!Message.isResponse(message)) return 'neither an answer nor a call';
      return message.error ? null : wrong('answers', asked.get(message.id) ?? '', message.result);
    },
  };
}

/** What the server may send (`messages.ts`), as a schema. */
let messages: Ajv;
let kinds: readonly string[] = [];

/** All kinds of messages that it may send. */
export function kindsOfMessages(): readonly string[] {
  return kinds;
}

// It takes some seconds, once for all tests.
before(function () {
  this.timeout(120_000);
  messages = schemas();
});

function schemas(): Ajv {
  const path = fileURLToPath(new URL('messages.ts', import.meta.url));
  const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
  const schema = createGenerator({ path, tsconfig, expose: 'none', additionalProperties: false, skipTypeCheck: true, topRef: false }).createSchema('Messages');
  const { answers, said } = schema.properties as unknown as Record<Table, { readonly properties: object }>;
  kinds = [...Object.keys(answers.properties).map((method) => `answers ${method}`), ...Object.keys(said.properties).map((method) => `said ${method}`)];
  return new Ajv({ strict: false }).addSchema({ ...schema, $id: 'messages' } as AnySchemaObject);
}

const checks = new Map<string, ValidateFunction | null>();

/** @returns null for a method that the server has no message of */
function checkOf(table: Table, method: string): ValidateFunction | null {
  const place = `messages#/properties/${table}/properties/${encodeURIComponent(method.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
  let check = checks.get(place);
  if (check === undefined) checks.set(place, (check = messages.getSchema(place) ?? null));
  return check;
}

function wrongOf(table: Table, method: string, value: unknown): string | null {
  const check = checkOf(table, method);
  if (!check) return `“${method}” is none of the server's messages`;
  return check(value ?? null) ? null : `${method}: ${check.errors?.slice(0, 3).map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ')}`;
}
