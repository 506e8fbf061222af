import type { Connection } from 'vscode-languageserver';
import type { Show } from '../settings/settings.ts';
import type { Client } from './client.ts';
import type { Configuration } from './configuration.ts';
import type { Documents } from './documents.ts';
import type { FileSystem } from './file-system.ts';
import type { Letters } from './letters.ts';
import type { Reported } from './diagnostics.ts';
import type { FileSymbols } from './file-symbols.ts';
import type { SeenInLetters } from './seen-in-letters.ts';
import type { TeamTemplates } from './team-templates.ts';

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly files: FileSystem;
  /** The workspace's, as they are now. */
  readonly folders: Set<string>;
  readonly documents: Documents;
  readonly configuration: Configuration;
  readonly letters: Letters;
  readonly fileSymbols: FileSymbols;
  readonly seen: SeenInLetters;
  /** Open letters of which somebody has asked whether they are ready to sign, as `sameFile` says: nothing found in them waits any more. */
  readonly toSign: Set<string>;
  readonly templates: TeamTemplates;
  readonly delivery: Delivery;
  /** Reads, checks and reports the newest version of a document; undefined once it is closed. */
  report(uri: string): Promise<Reported | undefined>;
  /** What is shown of what is found in a document: everything, once somebody has asked whether it may be signed. */
  showOf(uri: string): Promise<Show>;
  forget(uri: string): void;
}

/** How diagnostics come to the client once something has changed. */
export interface Delivery {
  changed(uri: string): void;
  closed(uri: string): void;
  /** Settings or files: whatever was said may be out of date. */
  allChanged(): void;
}
