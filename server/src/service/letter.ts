import type { Determination } from '../determination/model.ts';
import { ownCatalogue, type Catalogue } from '../guidelines/catalogue.ts';
import type { LineIndex } from '../markdown/line-index.ts';
import { allFindings, type CheckedLetter } from '../rules/engine/checked-letter.ts';
import type { Finding } from '../rules/engine/rule.ts';
import type { Checked, Checker } from './checker.ts';
import type { DocumentKind } from './document-kind.ts';
import { lastName } from './file-name.ts';
import { kindOfFile, openSource, type Source } from './source.ts';

/** One version of a document, read and checked: all that an editor's feature needs to know. It is a letter where `kind` says so. */
export interface Letter {
  readonly uri: string;
  /** The editor's version; null for a file that isn't open. */
  readonly version: number | null;
  readonly kind: DocumentKind;
  readonly lines: LineIndex;
  readonly determination: Determination;
  /** Findings by item, as the engine keeps them. */
  readonly checked: CheckedLetter;
  /** All findings in the order of the text; empty where the document is no determination. */
  readonly findings: readonly Finding[];
  /** What is known of guidelines where the letter lies. */
  readonly catalogue: Catalogue;
}

export function createLetter(uri: string, version: number | null, { lines }: Source, { kind, determination, checked }: Checked, catalogue: Catalogue = ownCatalogue): Letter {
  return new CheckedVersion({ uri, version, kind, lines, determination, checked, catalogue });
}

/** All findings in their order are only asked for now and then, while the letter is checked at every keystroke. */
class CheckedVersion implements Letter {
  readonly uri: string;
  readonly version: number | null;
  readonly kind: DocumentKind;
  readonly lines: LineIndex;
  readonly determination: Determination;
  readonly checked: CheckedLetter;
  readonly catalogue: Catalogue;
  #findings: readonly Finding[] | null = null;

  constructor({ uri, version, kind, lines, determination, checked, catalogue }: Omit<Letter, 'findings'>) {
    this.uri = uri;
    this.version = version;
    this.kind = kind;
    this.lines = lines;
    this.determination = determination;
    this.checked = checked;
    this.catalogue = catalogue;
  }

  get findings(): readonly Finding[] {
    return (this.#findings ??= allFindings(this.checked));
  }
}

/** A file as it is on disk, read and checked once. `uri`: or its path. */
export function readLetter(uri: string, text: string, checker: Checker): Letter {
  const source = openSource(text, kindOfFile(uri));
  return createLetter(uri, null, source, checker.start(lastName(uri))(source), checker.catalogue);
}
