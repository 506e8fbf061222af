import type { Location, Position } from './place.ts';

/** `initializationOptions` of a client, all of them optional. */
export interface InitializationOptions {
  /** The client wants `imr/status`. It may say so in `capabilities.experimental`, too. */
  readonly imrStatus?: boolean;
  /** The client has the command `imr.showPlaces`; to others a code lens is words alone. */
  readonly imrShowPlaces?: boolean;
  /** The client has the command `imr.saveFile`; others leave what a quick fix wrote to the settings for the reviewer to save. */
  readonly imrSaveFile?: boolean;
  /** The client has colours for the server's own types of semantic tokens, which its capabilities can't name. */
  readonly imrTokenTypes?: boolean;
  /** The client has the command `imr.explainRule`, which opens a rule's page, and shows addresses of `PAGES_SCHEME`: the codes of findings lead there. */
  readonly imrExplainRule?: boolean;
  /** The client has the command `imr.notHere`, which asks why a finding stands and keeps the answer outside of the letter. */
  readonly imrNotHere?: boolean;
  /** The settings in force, from a client that can't be asked for them. */
  readonly settings?: unknown;
}

/** The client's command behind a quick fix that writes to another file: saves the file of that address. */
export const SAVE_FILE = 'imr.saveFile';

/** The client's command behind a code lens: goes to a place, or shows several of them to choose from. */
export const SHOW_PLACES = 'imr.showPlaces';

/** Its arguments: the letter, where the lens stands, where it leads. */
export type ShowPlacesArguments = [uri: string, from: Position, places: Location[]];

/** The client's command that opens a page of a rule; its argument is the page's path below `docs/` without its ending, `rules/date-order`. Without one it asks which rule. */
export const EXPLAIN_RULE = 'imr.explainRule';

/** The scheme of the pages' addresses in the client, whose paths are those below `docs/`: a finding's code may be no command. */
export const PAGES_SCHEME = 'imr-docs';

/** The client's command behind *Not here, because … (kept outside of the letter)*; its arguments are the letter's address and a `FindingReference`. */
export const NOT_HERE = 'imr.notHere';
