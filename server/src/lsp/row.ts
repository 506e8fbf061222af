import {
  ErrorCodes, ResponseError,
  type CancellationToken, type ProtocolNotificationType, type ProtocolRequestType, type RequestType, type ServerCapabilities, type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Requests } from '../../../protocol/methods.ts';
import { useCatalogue } from '../guidelines/catalogue.ts';
import type { Letter } from '../service/letter.ts';
import { untilCancelled } from './cancellation.ts';
import type { Client } from './client.ts';
import { asClientCounts, asServerCounts, uriIn } from './encoded-messages.ts';
import { placeOf } from './fault.ts';
import type { Session } from './session.ts';

/** A method of the protocol: what a client is told of it, and what serves it. One without the other can't be written down. */
export interface Row {
  readonly method: string;
  /** What the answer to `initialize` says of it; null: it is nothing for this client, and isn't served. */
  announces(client: Client): ServerCapabilities | null;
  serve(session: Session): void;
  /** Asks the client to send it, where that has to be asked for. */
  register?(session: Session): void;
}

/** Said to every client, or to some, by what they can do. */
type Announcement = ServerCapabilities | ((client: Client) => ServerCapabilities | null);

function announcing(said: Announcement): Row['announces'] {
  return typeof said === 'function' ? said : () => said;
}

export function answers<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>, said: Announcement, answer: (session: Session, params: P, token: CancellationToken) => R | Promise<R>,
): Row {
  return {
    method: type.method,
    announces: announcing(said),
    serve: (session) => void session.connection.onRequest<P, unknown, E>(
      type as RequestType<P, unknown, E>,
      async (params, token) => asClientCounts(session, await untilCancelled(token, () => answer(session, asServerCounts(session, params), token)), uriIn(params)),
    ),
  };
}

/** Answers from the newest version of a letter, and with null for any other document. */
export function answersOfLetter<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, E, RO>(
  type: ProtocolRequestType<P, R | null, PR, E, RO>, said: Announcement,
  feature: (letter: Letter, params: P, session: Session) => R | null | Promise<R | null>,
): Row {
  return answers(type, said, (session, params) => inLetter<R | null>(session, params.textDocument?.uri, (letter) => feature(letter, params, session)));
}

export function hears<P, RO>(type: ProtocolNotificationType<P, RO>, said: Announcement, hear: (session: Session, params: P) => void): Row {
  return {
    method: type.method,
    announces: announcing(said),
    serve: (session) => void session.connection.onNotification(type, (params) => hear(session, params)),
  };
}

/** Hears of what a client sends once it is asked to. `wanted`: null where this client can't be asked. */
export function hearsOf<P, RO>(
  type: ProtocolNotificationType<P, RO>, wanted: (client: Client) => RO | null, hear: (session: Session, params: P) => void,
): Row {
  return {
    ...hears(type, {}, hear),
    register({ connection, client }) {
      const options = wanted(client);
      if (options !== null) void connection.client.register(type, options).catch(() => {});
    },
  };
}

/** The parameters of one of our own requests as they come: whoever asks may send anything. */
export type Asked<Method extends keyof Requests> = { readonly [Key in keyof Requests[Method]['params']]?: unknown } | null;

export type OwnAnswer<Method extends keyof Requests> = (
  session: Session, params: Asked<Method>, token: CancellationToken,
) => Requests[Method]['result'] | Promise<Requests[Method]['result']>;

/** A request beyond the Language Server Protocol; a client that knows of it needs no announcement. */
export function own<Method extends keyof Requests>(method: Method, answer: OwnAnswer<Method>): Row {
  return {
    method,
    announces: () => ({}),
    serve: (session) => void session.connection.onRequest<unknown, void>(method, async (params: Asked<Method>, token: CancellationToken) => (
      asClientCounts(session, await untilCancelled(token, () => answer(session, asServerCounts(session, params), token)), uriIn(params)))),
  };
}

/** Answers from the newest version of a letter; null for any other document. */
export function inLetter<T>(session: Session, uri: unknown, answer: (letter: Letter) => T | Promise<T>): Promise<T | null> {
  return inDocument(session, uri, (letter) => letter.kind === 'letter' ? answer(letter) : null);
}

/** The same for whatever is open. */
export async function inDocument<T>(session: Session, uri: unknown, answer: (letter: Letter) => T | Promise<T>): Promise<T | null> {
  if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no document.');
  return withoutWords(session, async () => {
    const letter = await session.letters.letter(uri);
    if (!letter) return null;
    useCatalogue(letter.catalogue);
    return answer(letter);
  });
}

/** A fault is answered with an error that names no word of the letter; the log says where it happened. */
export async function withoutWords<T>({ connection }: Pick<Session, 'connection'>, answer: () => T | Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    connection.console.error(placeOf(error));
    throw new ResponseError(ErrorCodes.InternalError, 'The request failed; the log says where.');
  }
}
